print(None, repr(None), ..., type(None), type(...), None is None, NotImplemented, bool(...))
try:
    None.x
except AttributeError as error:
    print(error)
try:
    None()
except TypeError as error:
    print(error)
try:
    None[0]
except TypeError as error:
    print(error)
