class A:
    def __init__(self): print("A init"); super().__init__()
    def who(self): return "A"
    def call(self): return self.who()
class B(A):
    def __init__(self): print("B init"); super().__init__()
    def who(self): return "B>" + super().who()
class C(A):
    def __init__(self): print("C init"); super().__init__()
    def who(self): return "C>" + super().who()
class D(B, C):
    def who(self): return "D>" + super().who()
d = D()
print(d.who(), d.call(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__))
print(super(B, d).who(), A.who(d), D.__bases__, issubclass(D, A))
class X: pass
class Y(X): pass
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
try:
    class Z(5): pass
except TypeError as e: print(e)
class M:
    def __init__(self, **kw): self.kw = kw
class N(M):
    def __init__(self, a, **kw): self.a = a; super().__init__(**kw)
n = N(1, b=2)
print(n.a, n.kw)
class S(str):
    def shout(self): return self.upper() + "!"
    def __new__(cls, v): return super().__new__(cls, v + "?")
s = S("hi")
print(s, s.shout(), s + "x", len(s), isinstance(s, str), type(s).__name__, type(s + "x").__name__, repr(s), s == "hi?", {s: 1}["hi?"], "hi?" in {s}, s[0], s.split("?"), f"{s:>5}", "%s" % s, ",".join([s, s]))
class I(int):
    def __add__(self, o): return I(int(self) + o * 100)
i = I(5)
print(i, i + 1, i * 2, 2 + i, i == 5, type(i + 1).__name__, type(i * 2).__name__, hash(i), f"{i:03}", [1, 2, 3, 4, 5, 6][i], range(i), i > 3, -i, bool(I(0)), int(i), str(i))
class L(list):
    def first(self): return self[0]
    def append(self, x): super().append(x * 2)
l = L([1, 2])
l.append(3)
print(l, l.first(), len(l), l[1:], type(l[1:]).__name__, l == [1, 2, 6], isinstance(l, list), [*l], sorted(l, reverse=True), l + [1])
class Dct(dict):
    def __missing__(self, k): return f"missing {k}"
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
d = Dct(a=1)
d["b"] = 2
print(d, d["zzz"], d.get("zzz"), d["B"], list(d), dict(d), {**d}, "B" in d, d.items(), len(d))
class T(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
t = T(1, 2)
print(t, t[0], len(t), t == (1, 2), hash(t) == hash((1, 2)), [*t])
class F(float): pass
print(F(1.5) + 1, F("2.5"), repr(F(3)))
class St(set): pass
print(St([1]), St([1]) == {1}, len(St()))
class By(bytes): pass
print(By(b"ab"), By(b"ab").hex())
class Er(ValueError):
    def __str__(self): return "custom"
try: raise Er("x")
except ValueError as e: print(e, e.args, repr(e))
class P:
    def pub(self): return self.__priv() + self.__v
    __v = 5
    def __priv(self): return 1
print(P().pub(), P()._P__v, [k for k in P.__dict__ if "P__" in k])
