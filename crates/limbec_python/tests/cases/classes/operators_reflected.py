class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v!r})"
    def __add__(self, o): return N(self.v + (o.v if isinstance(o, N) else o)) if isinstance(o, (N, int)) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o): return N(("sub", o))
    def __rsub__(self, o): return N(("rsub", o))
    def __iadd__(self, o): self.v += 100; return self
    def __mul__(self, o): return NotImplemented
    def __matmul__(self, o): return "mat"
    def __neg__(self): return N(-self.v)
    def __invert__(self): return "inv"
    def __eq__(self, o): return isinstance(o, N) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __bool__(self): return bool(self.v)
    def __len__(self): return 3
    def __contains__(self, x): return x == self.v
    def __index__(self): return int(self.v)
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return "dm"
    def __rpow__(self, o): return ("rpow", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __format__(self, s): return f"<{s}>"
    def __call__(self, *a, **k): return (a, k)
n = N(2)
print(n + 1, 1 + n, n + n, n - 1, 1 - n, sum([N(1), N(2)]), n @ 1, -n, ~n)
m = n; n += 1; print(m, n is m)
for f in (lambda: n * 2, lambda: 2 * n, lambda: n + "x", lambda: "x" + n, lambda: n > 5, lambda: n <= n, lambda: n << 1, lambda: n[0], lambda: +n):
    try: print(f())
    except TypeError as e: print(e)
a, b = N(1), N(2)
print(a < b, a > b, a == N(1), a != N(1), {a: 1}[N(1)], sorted([b, a]), min(b, a), a in [N(1)])
print(bool(N(0)), not N(1), len(a), 1 in a, [10, 20, 30][a], int(a), float(a), round(a), round(a, 2), divmod(a, 1), 2 ** a, a ** 2, pow(a, 2, 3))
print(f"{a:spec}", format(a), "{:x}".format(a), a(1, k=2), "abc" * a, range(a), hex(N(255)), "x"[a - a if False else 0])
class R(N):
    def __radd__(self, o): return "R.radd"
print(N(1) + R(1))
class OnlyEq:
    def __eq__(self, o): return True
try: {OnlyEq()}
except TypeError as e: print(e)
class LenBad:
    def __len__(self): return -1
class LenStr:
    def __len__(self): return "x"
class BoolBad:
    def __bool__(self): return 5
class HashBad:
    def __hash__(self): return "x"
class ReprBad:
    def __repr__(self): return 5
class IterBad:
    def __iter__(self): return 5
class StrBad:
    def __str__(self): return None
for f in (lambda: len(LenBad()), lambda: len(LenStr()), lambda: bool(BoolBad()), lambda: hash(HashBad()), lambda: repr(ReprBad()), lambda: iter(IterBad()), lambda: str(StrBad()), lambda: [1][1.5], lambda: "a" * 1.5):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq(), list(reversed([1,2])), [*Seq()], dict(enumerate(Seq())))
try: reversed(Seq())
except TypeError as e: print(e)
