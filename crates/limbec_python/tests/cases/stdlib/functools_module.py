import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, total_ordering, wraps

def deco(f):
    @wraps(f)
    def inner(*a, **k):
        "inner doc"
        return ("wrapped", f(*a, **k))
    return inner
@deco
def hello(x: int = 1):
    "hello doc"
    return x
print(hello(3), hello.__name__, hello.__doc__, hello.__wrapped__(4), hello.__annotations__, hello.__qualname__)
p = partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords)
print(partial(print, "a", sep="-"), partial(max, 5)(3, 9))
print(partial(partial(lambda *a: a, 1), 2)(3))
class C:
    def base(self, a, b=0):
        return a, b
    one = partialmethod(base, 1)
    two = partialmethod(base, 1, b=2)
    @cached_property
    def slow(self):
        print("computing")
        return 42
c = C()
print(c.one(), c.one(b=5), c.two(), c.slow, c.slow, c.__dict__)
del c.slow
print(c.slow)
calls = []
@lru_cache(maxsize=2)
def sq(x):
    calls.append(x)
    return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), calls, sq.cache_info())
sq.cache_clear()
print(sq.cache_info(), sq.__name__, sq.__wrapped__(9))
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info().currsize)
@lru_cache
def plain(x): return x
print(plain(1), plain(x=1), plain.cache_info().misses)
try:
    plain([])
except TypeError as e:
    print(e)
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) < V(2))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
@singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(str)
def _(x): return "str"
@show.register(list)
@show.register(tuple)
def _(x): return "seq"
print(show(1), show("a"), show([]), show(()), show(1.5), show(True), show.dispatch(int)(0))
class H:
    @functools.singledispatchmethod
    def go(self, x): return "any"
    @go.register
    def _(self, x: int): return "int"
print(H().go(1), H().go("x"))
