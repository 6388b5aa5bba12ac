def show(e, depth=0):
    while e is not None:
        print("  " * depth, type(e).__name__, e, "suppress" if e.__suppress_context__ else "")
        e, depth = (e.__cause__ or e.__context__), depth + 1
try:
    try:
        try:
            {}["a"]
        except KeyError:
            int("x")
    except ValueError as inner:
        raise RuntimeError("outer") from inner
except RuntimeError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise LookupError("hidden") from None
except LookupError as e:
    show(e)
    print(e.__context__.__class__, e.__cause__)
def gen():
    try:
        yield 1
    except ValueError as e:
        try:
            raise KeyError("in handler")
        finally:
            print("cleanup", e)
it = gen(); next(it)
try:
    it.throw(ValueError("thrown"))
except KeyError as e:
    show(e)
e1 = ValueError("self")
try:
    try:
        raise e1
    except ValueError:
        raise e1
except ValueError as e:
    show(e)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        raise OSError("exit failed")
try:
    with Ctx():
        raise ValueError("body")
except OSError as e:
    show(e)
e = ValueError(1)
e.__cause__ = KeyError(2)
show(e)
try:
    e.__cause__ = 5
except TypeError as t:
    print(t)
try:
    raise ValueError from 5
except TypeError as t:
    print(t)
raise IndexError("final") from e
