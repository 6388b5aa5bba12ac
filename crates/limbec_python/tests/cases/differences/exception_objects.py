class E(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
e = E(5, "broken")
print(e, repr(e), e.args, E.__mro__[1].__name__)
e.add_note("hint one")
e.add_note("hint two")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
print(str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)), repr(ValueError()), repr(ValueError("a", 1)), str(Exception("a", "b")), OSError(2, "no").errno, str(OSError(2, "no")), str(OSError(2, "no", "f.txt")), type(OSError(2, "x")).__name__, type(OSError(17, "x")).__name__, repr(OSError(2, "x")), StopIteration(5).value, SystemExit(3).code, str(SystemExit()), UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "bad"), AttributeError("x", name="n", obj=1).name, ImportError("m", name="q").name, BaseException(1) == BaseException(1), str(AssertionError()), NameError("a", name="b").name)
for action in ():
    try:
        print(action())
    except TypeError as error:
        print(error)
try:
    raise E(1, "m").with_traceback(None)
except E as error:
    print(error.__traceback__ is not None)
def deep():
    try:
        yield 1
    except GeneratorExit:
        print("closing")
        raise
g = deep()
next(g)
g.close()
