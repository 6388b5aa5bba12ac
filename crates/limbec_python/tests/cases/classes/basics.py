class A:
    """doc of A"""
    count = 0
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        A.count += 1
    def m(self): return self.x + self.y
    @classmethod
    def make(cls, v): return cls(v)
    @staticmethod
    def st(a): return a * 2
    @property
    def p(self): return self.x
    @p.setter
    def p(self, v): self.x = v * 10
    @p.deleter
    def p(self): self.x = None
a = A(1)
a.p = 5
print(a.p, a.m(), A.make(7).x, a.st(4), A.st(1), A.count, a.count, A.__doc__, A.__name__)
del a.p
print(a.x, a.__dict__, vars(a), A.m(A(1)))
try: a.nope
except AttributeError as e: print(e)
try: A.nope
except AttributeError as e: print(e)
class R:
    @property
    def ro(self): return 1
try: R().ro = 2
except AttributeError as e: print(e)
try: del R().ro
except AttributeError as e: print(e)
a.new = 1
print(a.new, hasattr(a, "new"), getattr(a, "zz", "def"))
setattr(a, "dyn", 5); print(a.dyn); delattr(a, "dyn")
try: delattr(a, "dyn")
except AttributeError as e: print(e)
print(isinstance(a, A), isinstance(a, (int, A)), issubclass(A, object), type(a) is A, type(a).__name__, a.__class__ is A)
class E: pass
e = E(); e.f = lambda x: x; print(e.f(3))
print(repr(A), str(E), E.__module__)
bm = a.m
print(bm(), bm.__name__, bm.__self__ is a, bm.__func__ is A.m)
class Empty: ...
print(Empty().__dict__, Empty.__bases__, Empty.__doc__)
class Cnt:
    inst = []
    def add(self, x): self.inst.append(x); return self
Cnt().add(1).add(2)
print(Cnt.inst)
try: E(1)
except TypeError as x: print(x)
try: object().x = 1
except AttributeError as x: print(x)
print(A.__dict__["count"], "m" in A.__dict__, a.__class__.__name__)
