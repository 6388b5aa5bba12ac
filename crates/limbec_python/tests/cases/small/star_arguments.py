def f(*args, **kw):
    return args, kw
print(f(*[1, 2], 3, *(4,), a=1, **{"b": 2}), f(*"ab"), f(**{}), [*range(3), *"x"], {**{"a": 1}, "b": 2}, (*[1], 2))
try:
    f(**{"a": 1}, a=2)
except TypeError as error:
    print(error)
try:
    f(*5)
except TypeError as error:
    print(error)
