def f(a, b=2, /, c=3, *args, d, e=5, **kw): return (a, b, c, args, d, e, kw)
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, d=4, **{"a": 10, "b": 20}))
calls = ["f()", "f(1)", "f(d=1)", "f(1, c=2, d=3, c2=4)", "f(1, 2, 3, c=4, d=5)"]
def g(x, y): return x, y
def h(*, k): return k
def p(x, /): return x
class K:
    def m(self, a): return a
    def __init__(self, q=1): self.q = q
tests = [lambda: f(), lambda: f(1), lambda: f(d=1), lambda: f(1, 2, 3, c=4, d=5), lambda: g(1), lambda: g(), lambda: g(1, 2, 3), lambda: g(1, x=2), lambda: g(1, z=2), lambda: g(*[1, 2, 3], **{}), lambda: h(1), lambda: h(), lambda: h(k=1, j=2), lambda: p(x=1), lambda: p(), lambda: K().m(), lambda: K().m(1, 2), lambda: K(1, 2), lambda: K(z=1), lambda: g(*5), lambda: g(**5), lambda: g(**{1: 2}), lambda: g(1, **{"y": 2}, **{"y": 3}), lambda: (lambda: 1)(2), lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: 5(), lambda: None(1), lambda: "s"(), lambda: int("1", bas=2), lambda: print(1, sepp=2), lambda: sorted(1, 2), lambda: sorted(), lambda: isinstance(1), lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: "".join(1, 2), lambda: "".split(1), lambda: max(), lambda: max(5), lambda: max([]), lambda: sum("ab"), lambda: sum(), lambda: range(), lambda: range(1.5), lambda: range("a"), lambda: zip(1), lambda: enumerate(), lambda: open(), lambda: next(5), lambda: iter(5), lambda: abs("x"), lambda: ord("ab"), lambda: chr(-1), lambda: round("x"), lambda: divmod(1), lambda: pow("a", 2), lambda: getattr(1), lambda: super(1), lambda: type(), lambda: type(1, 2), lambda: object(1), lambda: str(1, 2, 3, 4), lambda: bytes("x"), lambda: int([]), lambda: float("x"), lambda: float([]), lambda: list(5), lambda: set(5), lambda: tuple(5), lambda: set([[]]), lambda: frozenset({1: []}.values())]
for i, t in enumerate(tests):
    try: print(i, t())
    except Exception as e: print(i, type(e).__name__, e)
print(f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_varnames[:3])
def order(*a, **k): print(a, k)
order(*"ab", 1, *[2], x=1, **{"y": 2}, z=3)
def log(x): print("eval", x); return x
order(log(1), *[log(2)], k=log(3), **{"m": log(4)})
