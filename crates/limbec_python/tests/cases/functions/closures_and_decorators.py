def deco(fn):
    def wrap(*a, **k):
        print("call", fn.__name__, a, k)
        return fn(*a, **k)
    wrap.__name__ = fn.__name__
    return wrap
def param(n):
    def d(fn):
        return lambda *a: fn(*a) * n
    return d
@deco
def add(a, b=1): return a + b
@param(3)
@deco
def one(): return 1
print(add(1, b=5), one(), add.__name__)
def counter(start=0):
    count = start
    def inc(by=1):
        nonlocal count
        count += by
        return count
    def get(): return count
    return inc, get
inc, get = counter(5)
inc(); inc(3)
print(get())
def mut(x, acc=[]):
    acc.append(x)
    return acc
print(mut(1), mut(2))
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(20), fact(30))
print((lambda x: lambda y: x + y)(1)(2))
def doc():
    "the doc"
    return doc.__doc__
print(doc(), doc.__name__, doc.__qualname__, doc.__module__, add.__defaults__)
def outer():
    def inner(): pass
    class K:
        def m(self): pass
    return inner, K
i, K = outer()
print(i.__qualname__, K.__qualname__, K.m.__qualname__, (lambda: 0).__name__)
def ann(a: int, b: "str" = "x", *c: float, d: list = None) -> bool: pass
print(ann.__annotations__, ann.__kwdefaults__)
doc.attr = 5
print(doc.attr, doc.__dict__)
print(callable(doc), callable(5), callable(K))
def many(a, b, c, d, e): return a + b + c + d + e
print(many(*range(5)))
