class V:
    def __init__(self, *a): self.a = list(a)
    def __repr__(self): return f"V{self.a}"
    def __str__(self): return "v"
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return ("item", i)
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
    def __contains__(self, x): return x == "in"
    def __iter__(self): return iter(self.a)
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return False
    def __add__(self, o): return ("add", o)
    def __radd__(self, o): return ("radd", o)
    def __iadd__(self, o): self.a.append(o); return self
    def __mul__(self, o): return NotImplemented
    def __rmul__(self, o): return ("rmul", o)
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 2
    def __round__(self, n=None): return ("round", n)
    def __format__(self, s): return f"fmt({s})"
    def __hash__(self): return 7
    def __eq__(self, o): return True
    def __matmul__(self, o): return "matmul"
    def __floordiv__(self, o): return "fd"
    def __rpow__(self, o): return "rpow"
    def __lshift__(self, o): return "ls"
    def __and__(self, o): return "and"
    def __ror__(self, o): return "ror"
    def __divmod__(self, o): return "dm"
    def __reversed__(self): return iter("rev")
    def __dir__(self): return ["b", "a"]
    def __enter__(self): return self
    def __exit__(self, *a): return True
v = V(1, 2)
print(v, repr(v), len(v), v[1], v[1:2], v["k", 2], "in" in v, "out" in v, list(v), v(1, k=2), bool(v))
v[0] = 1
del v[0]
print(v + 1, 1 + v, 3 * v, -v, +v, ~v, abs(v), int(v), float(v), [1, 2, 3][v], round(v), round(v, 2), f"{v:x}", format(v), hash(v), v == 5, v != 5)
print(v @ 1, v // 1, 2 ** v, v << 1, v & 1, 1 | v, divmod(v, 2), list(reversed(v)), dir(v))
v += 9
print(v.a, hex(v), "abc"[v])
try: v * 2
except TypeError as e: print(e)
try: v - 1
except TypeError as e: print(e)
try: -object()
except TypeError as e: print(e)
try: len(object())
except TypeError as e: print(e)
with v: raise ValueError
class G:
    def __getattr__(self, n):
        if n.startswith("x"): return n * 2
        raise AttributeError(n)
    def __setattr__(self, n, v): object.__setattr__(self, n, ("set", v))
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
g = G()
g.a = 1
print(g.a, g.xy, hasattr(g, "b"), hasattr(g, "xb"))
del g.a
class GA:
    def __getattribute__(self, n): return "always " + n
print(GA().foo, GA().__dict__)
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __str__(self): return 5
    def __repr__(self): return None
    def __iter__(self): return 5
    def __hash__(self): return "x"
for f in (len, bool, str, repr, iter, hash):
    try: f(Bad())
    except (TypeError, ValueError) as e: print(f.__name__, e)
class Cmp:
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return "ge"
print(Cmp() < 1, Cmp() > 1 if False else "-", Cmp() >= 1, 1 > Cmp(), 1 <= Cmp())
class NoHash:
    def __eq__(self, o): return True
try: {NoHash(): 1}
except TypeError as e: print(e)
class Sub:
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print("sub", cls.__name__, tag)
    def __class_getitem__(cls, k): return (cls.__name__, k)
class Sub2(Sub, tag="t"): pass
print(Sub[int], Sub2.tag)
try:
    class Sub3(Sub, other=1): pass
except TypeError as e: print(e)
