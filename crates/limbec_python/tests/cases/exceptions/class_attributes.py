class AppError(Exception):
    code = 10
    def __init__(self, message, *, hint=None):
        super().__init__(message)
        self.hint = hint
    def __str__(self):
        return f"[{self.code}] {self.args[0]}" + (f" ({self.hint})" if self.hint else "")
class Missing(AppError, LookupError):
    code = 20
e = Missing("row", hint="look again")
print(str(e), repr(e), e.args, isinstance(e, LookupError), Missing.__mro__[1].__name__, e.__dict__)
try:
    raise Missing("r")
except (KeyError, LookupError) as x:
    print("got", x)
try:
    raise AppError
except TypeError as x:
    print(x)
for cls, args in [(Exception, ()), (Exception, ("a",)), (Exception, ("a", 1)), (KeyError, ("k",)), (KeyError, ()), (StopIteration, (3,)),
                  (SystemExit, (2,)), (OSError, (2, "gone")), (OSError, (13, "no", "/f")), (UnicodeError, ("u",)), (ImportError, ("m",)), (AttributeError, ("n",))]:
    x = cls(*args)
    print(type(x).__name__, str(x), repr(x), x.args)
print(StopIteration(3).value, SystemExit(4).code, SystemExit().code, OSError(1, "x", "f").filename, OSError("only").errno)
try:
    raise ImportError("no", name="mod", path="p")
except ImportError as x:
    print(x.name, x.path, x.msg)
try:
    None.foo
except AttributeError as x:
    print(x.name, x.obj)
try:
    undefined_name
except NameError as x:
    print(x.name)
x = ValueError("v"); x.add_note("first"); x.add_note("second")
print(x.__notes__)
try: x.add_note(5)
except TypeError as t: print(t)
raise x
