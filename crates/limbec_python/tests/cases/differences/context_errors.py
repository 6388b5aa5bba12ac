from contextlib import contextmanager, ExitStack, suppress, nullcontext, closing, redirect_stdout, ContextDecorator
import io
@contextmanager
def tag(name):
    print("<" + name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(name + ">")
with tag("a") as x, tag("b") as y:
    print(x, y)
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("out")
except KeyError as error:
    print(repr(error))
@contextmanager
def never():
    return
    yield
@contextmanager
def twice():
    yield 1
    yield 2
for make in (never, twice):
    try:
        with make():
            pass
    except RuntimeError as error:
        print(error)
with suppress(KeyError, ValueError):
    int("x")
print("on")
with ExitStack() as stack:
    stack.callback(print, "last")
    print(stack.enter_context(tag("s")))
    stack.push(lambda *exc: print("exit", exc[0]) or True)
    raise TypeError("eaten")
stack = ExitStack()
stack.callback(print, "popped")
other = stack.pop_all()
stack.close()
other.close()
with nullcontext(5) as five, redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(five, repr(out.getvalue()))
@tag("deco")
def f(): return "f"
print(f(), f())
class CM:
    def __enter__(self): return self
    def __exit__(self, kind, value, tb):
        print(kind and kind.__name__, value)
        return False
for action in ("with CM(): 1/0", ):
    try:
        with CM(): 1 / 0
    except ZeroDivisionError:
        print("propagated")
class NoExit:
    def __enter__(self): pass
for thing in (5, NoExit()):
    try:
        with thing: pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
