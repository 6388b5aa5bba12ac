from functools import *
import operator
@lru_cache(maxsize=2)
def sq(n):
    print("compute", n)
    return n * n
print(sq(1), sq(1), sq(2), sq(3), sq(1), sq.cache_info())
sq.cache_clear()
print(sq.cache_info(), sq.__name__, sq.__wrapped__(5))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(max, [5]))
p = partial(print, "a", sep="-")
p("b", end="!\n")
print(p.func is print, p.args, p.keywords, partial(partial(pow, 2), 3)(), partial(int, base=2)("101"))
@singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show(True), show([]), show("s"), show.dispatch(bool)(1))
class C:
    @cached_property
    def v(self):
        print("once")
        return 5
    @partialmethod
    def nothing(self): pass
    def add(self, a, b): return a + b
    add5 = partialmethod(add, 5)
    @singledispatchmethod
    def m(self, x): return "any"
    @m.register
    def _(self, x: str): return "str"
c = C()
print(c.v, c.v, vars(c), c.add5(2), c.m(1), c.m("s"))
@total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
def deco(f):
    @wraps(f)
    def inner(*a): 
        "inner doc"
        return f(*a)
    return inner
@deco
def named(x: int) -> str:
    "doc"
print(named.__name__, named.__doc__, named.__wrapped__.__name__, named.__annotations__)
for bad in (lambda: partial(5), lambda: sq([]), lambda: show()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
