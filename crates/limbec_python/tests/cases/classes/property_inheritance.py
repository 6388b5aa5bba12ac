class Base:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "doc v"
        return self._v
    @v.setter
    def v(self, x): self._v = x
    @property
    def only(self): return "base only"
class Child(Base):
    @property
    def v(self): return super().v * 10
    @v.setter
    def v(self, x): Base.v.fset(self, x + 1)
class Getter(Base):
    @Base.v.getter
    def v(self): return "getter " + str(self._v)
c = Child(); c.v = 5
print(c.v, c._v, Base.v.__doc__, c.only, Getter().v)
g = Getter(); g.v = 7; print(g.v)
class NoSet(Base):
    v = property(lambda self: "ro")
try: NoSet().v = 1
except AttributeError as e: print(e)
class Raises:
    @property
    def bad(self): raise AttributeError("inner missing")
    def __getattr__(self, n): return f"fallback {n}"
print(Raises().bad, Raises().other)
class Raises2:
    @property
    def bad(self): return self.missing
try: Raises2().bad
except AttributeError as e: print(e)
class K:
    x = 1
k = K(); k.x += 1
print(k.x, K.x, k.__dict__)
del k.x
print(k.x)
try: del k.x
except AttributeError as e: print(e)
class Cls:
    total = 0
    def inc(self): type(self).total += 1; return self
    @classmethod
    def reset(cls): cls.total = 0
Cls().inc().inc(); print(Cls.total); Cls.reset(); print(Cls.total)
class Static:
    @staticmethod
    def s(x): return x
    t = staticmethod(len)
    @classmethod
    def make(cls, *a): return cls, a
class Sub(Static): pass
print(Static.s(1), Static().t("abc"), Sub.make(1)[0].__name__, Sub().make()[0] is Sub)
