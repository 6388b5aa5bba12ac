import contextlib, io
from contextlib import contextmanager, closing, suppress, ExitStack, nullcontext, redirect_stdout, AbstractContextManager, ContextDecorator
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("caught", e)
    finally: print(f"</{name}>")
with tag("a") as t, tag("b"): print(t)
with tag("c"): raise ValueError("swallowed")
try:
    with tag("d"): raise KeyError("through")
except KeyError as e: print("outer", e)
@tag("deco")
def f(x): return x * 2
print(f(4), f(5))
@contextmanager
def bad():
    yield 1
    yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def none():
    if False: yield
try:
    with none(): pass
except RuntimeError as e: print(e)
with suppress(KeyError, IndexError): {}["x"]
class Res:
    def close(self): print("closed")
with closing(Res()) as r: print(type(r).__name__)
with ExitStack() as s:
    s.enter_context(tag("x")); s.callback(print, "callback", 1); s.push(lambda *a: print("exit", a[0])); print("in stack")
with ExitStack() as s:
    s.callback(lambda: print("first registered")); s.enter_context(suppress(ZeroDivisionError)); 1 / 0
print("after")
st = ExitStack(); st.callback(print, "moved"); st2 = st.pop_all(); st.close(); st2.close()
with nullcontext(5) as n: print(n)
b = io.StringIO()
with redirect_stdout(b): print("hidden")
print(repr(b.getvalue()))
class Timer(ContextDecorator):
    def __enter__(self): print("start"); return self
    def __exit__(self, *e): print("stop", e[0] and e[0].__name__); return True
@Timer()
def g(): raise OSError("x")
print(g())
class M(AbstractContextManager):
    def __enter__(self): return self
    def __exit__(self, *a): print("M exit")
with M() as m: print(m is not None)
def order():
    with tag("outer"):
        with tag("inner"): return "value"
print(order())
for i in range(3):
    with tag(str(i)):
        if i == 0: continue
        if i == 1: break
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
with (tag("p") as p, tag("q") as q): print(p, q)
with tag("chain"):
    try: raise ValueError("a")
    except ValueError: raise ValueError("b")
