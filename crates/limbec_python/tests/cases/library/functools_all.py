import functools, operator
from functools import partial, reduce, wraps, lru_cache, cached_property, singledispatch, total_ordering, cmp_to_key, partialmethod, cache
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, repr(partial(print, 1, sep="-")), partial(pow, 2)(5), partial(p, "11")())
print(reduce(operator.mul, range(1, 6)), reduce(lambda a, b: a + b, [], "start"), sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
try: reduce(operator.add, [])
except TypeError as e: print(e)
calls = []
@lru_cache(maxsize=2)
def f(x, y=0): calls.append(x); return x * 2
f(1); f(2); f(1); f(3); f(2); print(calls, f.cache_info(), f.cache_parameters()); f.cache_clear(); print(f.cache_info())
try: f([])
except TypeError as e: print(e)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
class C:
    def __init__(self): self.n = 0
    @cached_property
    def v(self): self.n += 1; return self.n
    def base(self, a, b=1): return (a, b)
    two = partialmethod(base, b=2)
c = C(); print(c.v, c.v, c.__dict__, c.two(5)); del c.v; print(c.v)
@singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
@show.register(tuple)
def _(x): return "seq"
@show.register
def _(x: str | bytes): return "text"
print(show(1), show(True), show([]), show(()), show("a"), show(b""), show(1.5), show.dispatch(bool) is show.dispatch(int), sorted(k.__name__ for k in show.registry))
try: show()
except TypeError as e: print(e)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
@wraps(fib)
def w(*a): return fib(*a)
print(w.__name__, w.__wrapped__ is fib, w(10))
class S:
    @functools.singledispatchmethod
    def go(self, x): return "d"
    @go.register
    def _(self, x: int): return "i"
print(S().go(1), S().go("s"))
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs); print(compose(str, len, lambda n: n + 1)(12345))
