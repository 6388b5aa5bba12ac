for e in [ValueError, KeyError, IndexError, ZeroDivisionError, FileNotFoundError, UnicodeDecodeError, ModuleNotFoundError, RecursionError, NotImplementedError, StopIteration, KeyboardInterrupt, SystemExit, GeneratorExit, IndentationError, DeprecationWarning, ConnectionResetError, OSError, IOError, EnvironmentError, ExceptionGroup, UnboundLocalError, FloatingPointError]:
    print(e.__name__, [b.__name__ for b in e.__mro__[1:-1]])
e = OSError(2, "No such file", "x.txt")
print(e, e.errno, e.strerror, e.filename, e.args, repr(e))
print(OSError("plain"), OSError(1, "two"), repr(OSError()))
print(KeyError("a"), KeyError(), KeyError(1, 2), repr(KeyError("a")), str(KeyError(["x"])))
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit("x", 1).code)
print(ImportError("m", name="n", path="p").name, ImportError("m").msg, AttributeError("x", name="n", obj=1).name)
e = ValueError("a", 1)
e.args = ("b",)
print(e, e.args, e.__cause__, e.__context__, e.__traceback__, e.__suppress_context__)
e.add_note("n"); print(e.__notes__)
try: e.add_note(5)
except TypeError as x: print(x)
g = ExceptionGroup("grp", [ValueError(1), KeyError("k")])
print(g, g.message, g.exceptions, repr(g))
try:
    raise UnicodeDecodeError("utf-8", b"ab", 0, 1, "why")
except UnicodeError as x: print(x, x.reason, x.start, x.object)
print(issubclass(KeyError, LookupError), isinstance(ValueError(), Exception), isinstance(KeyboardInterrupt(), Exception))
class A(Exception): pass
class B(A):
    def __init__(self, x, *, y=0): self.x = x; self.y = y
print(A(1), repr(A(1, 2)), B(5, y=2), repr(B(5)), B(5).args, B(1, y=3).y)
try: ValueError(x=1)
except TypeError as x: print(x)
def chain():
    try:
        try: raise KeyError(1)
        except KeyError as k: raise ValueError(2) from k
    except ValueError as v:
        c = v.__cause__
        return type(c).__name__, c.args, v.__context__ is c
print(chain())
try:
    raise ValueError("x").with_traceback(None)
except ValueError as x: print(x, x.__traceback__ is not None)
SyntaxErr = SyntaxError("bad", ("f.py", 3, 2, "x y\n"))
print(SyntaxErr, SyntaxErr.lineno, SyntaxErr.filename, SyntaxErr.msg)
