class A:
    def m(self): return ["A"]
class B(A):
    def m(self): return ["B"] + super().m()
class C(A):
    def m(self): return ["C"] + super().m()
class D(B, C):
    def m(self): return ["D"] + super().m()
print(D().m(), [c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__))
try:
    class X(A, B): pass
except TypeError as e: print(e)
try:
    class X(A, A): pass
except TypeError as e: print(e)
try:
    class X(1): pass
except TypeError as e: print(e)
class M1:
    def __init__(self, **kw): print("M1", sorted(kw)); super().__init__(**kw)
class M2:
    def __init__(self, *, x, **kw): self.x = x; super().__init__(**kw)
class Root:
    def __init__(self, *, y): self.y = y
class All(M1, M2, Root): pass
o = All(x=1, y=2); print(o.x, o.y)
try: All(x=1)
except TypeError as e: print(e)
try: All(x=1, y=2, z=3)
except TypeError as e: print(e)
class E(B):
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
class F(E):
    @classmethod
    def make(cls): return "F:" + super().make()
    @staticmethod
    def s(): return super(F, F).s() + "!"
    @property
    def p(self): return super().m
print(F.make(), F.s(), F().p())
print(super(B, D()).m(), super(D, D).m(D()))
try: super(D, A())
except TypeError as e: print(e)
try: super().m()
except RuntimeError as e: print(e)
def outside(self): return super().m()
class G(A): m = outside
try: G().m()
except RuntimeError as e: print(e)
print(repr(super(B, D())).startswith("<super: <class 'B'>") or repr(super(B, D()))[:30])
class Meta(type):
    def mro(cls): return [cls, A, object]
class W(metaclass=Meta): pass
print([c.__name__ for c in W.__mro__], W().m())
class Prop(A):
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x * 2
class Prop2(Prop):
    @Prop.v.getter
    def v(self): return -self._v
p = Prop2(); p.v = 4; print(p.v)
try: del p.v
except AttributeError as e: print(e)
