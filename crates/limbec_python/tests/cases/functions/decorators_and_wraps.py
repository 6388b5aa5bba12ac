import functools, inspect
def deco(*dargs, **dkw):
    def wrap(fn):
        @functools.wraps(fn)
        def inner(*a, **k):
            return (dargs, sorted(dkw.items()), fn(*a, **k))
        return inner
    return wrap
@deco(1, k=2)
@deco("second")
def f(x: int, y: str = "d", *rest: float, flag: bool = False, **opts) -> dict:
    """Doc of f."""
    return x, y, rest, flag, opts
print(f(1), f.__name__, f.__doc__, f.__wrapped__.__wrapped__.__name__, f.__qualname__)
print(inspect.signature(f), f.__annotations__)
sig = inspect.signature(f)
for p in sig.parameters.values(): print(p.name, p.kind.name, p.default is inspect.Parameter.empty, p.annotation)
b = sig.bind(1, 2, 3, flag=True, z=9); b.apply_defaults()
print(b.args, b.kwargs, dict(b.arguments))
try: sig.bind()
except TypeError as e: print(e)
try: sig.bind(1, x=2)
except TypeError as e: print(e)
class Count:
    def __init__(self, fn): self.fn, self.n = fn, 0; functools.update_wrapper(self, fn)
    def __call__(self, *a): self.n += 1; return self.fn(*a)
    def __get__(self, o, t): return functools.partial(self, o)
@Count
def g(a): return a
class C:
    @Count
    def m(self, x): return x
g(1); g(2); c = C(); print(g.n, c.m(5), c.m(6), C.__dict__["m"].n, g.__name__)
def once(fn):
    done = []
    def run():
        if not done: done.append(fn())
        return done[0]
    return run
@once
def setup(): print("setting up"); return 42
print(setup(), setup())
registry = {}
def register(name):
    def add(cls): registry[name] = cls; return cls
    return add
@register("a")
class A: pass
print(registry["a"] is A)
class Static:
    @staticmethod
    @deco(0)
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    @functools.lru_cache()
    def p(self): print("once"); return 1
s = Static(); print(s.s(1), Static.s(2), s.c(3), s.p, s.p)
print([d for d in [lambda f: f][0](lambda: 1)()] if False else "ok")
@(lambda f: (lambda *a: f(*a) * 2))
def dbl(x): return x + 1
print(dbl(3))
print(inspect.getdoc(f), inspect.isfunction(f), inspect.ismethod(c.m), inspect.isclass(A), inspect.isgeneratorfunction(lambda: (yield)))
