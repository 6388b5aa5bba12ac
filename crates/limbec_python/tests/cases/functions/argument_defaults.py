def f(a, b=[], *, c={}, d=None):
    b.append(a); c[a] = len(b)
    return b, c, d
f(1); print(f(2), f(3, [9], c={}, d=0))
n = 5
def g(x=n): return x
n = 10
print(g(), g(n))
def h(a, /, b, *, c): return a, b, c
print(h(1, b=2, c=3), h.__defaults__, f.__defaults__, f.__kwdefaults__)
def order(a=print("default evaluated")): pass
order(); order()
def kwonly(*, key, other="o"): return key + other
print(kwonly(key="k"), kwonly(other="x", key="y"))
def posvar(*args, sep="-", **kw): return sep.join(map(str, args)) + str(sorted(kw))
print(posvar(1, 2, sep="+", z=1, a=2), posvar())
def same(self, args, kwargs): return self, args, kwargs
print(same(self=1, args=2, kwargs=3))
def pos_name(a, /, **kw): return a, kw
print(pos_name(1, a=2))
print((lambda x, *, y=2: x * y)(3), (lambda *a, **k: (a, k))(1, b=2), (lambda: None)())
def rec(n, acc=()): return acc if n == 0 else rec(n - 1, acc + (n,))
print(rec(4))
def opt(x, y=None, z=...): return [v for v in (x, y, z) if v is not None and v is not ...]
print(opt(1), opt(1, z=3), opt(1, 2, 3))
def annotated(x: int = 5, *args: str, y: "float" = 2.0, **kw: dict) -> "list[int]": return x
print(annotated(), annotated.__annotations__)
def returns_none(): pass
def bare_return(): return
print(returns_none(), bare_return())
def multi(): return 1, 2
print(multi(), multi()[0], *multi())
def star_only(*args): return args
print(star_only(*"ab", *[], *range(2)), star_only(*{"k": 1}))
