def f():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("second") from error
try:
    f()
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        {}["k"]
    except KeyError:
        raise RuntimeError("r") from None
except RuntimeError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    try:
        raise ValueError("a")
    finally:
        raise TypeError("b")
except TypeError as error:
    print(repr(error.__context__))
for bad in (5, int, "text", None, object()):
    try:
        raise bad
    except BaseException as error:
        print(type(error).__name__, error)
try:
    raise ValueError("x") from 5
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
