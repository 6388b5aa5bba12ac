class D:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return ("class", owner.__name__)
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v): obj.__dict__[self.name] = v * 2
    def __delete__(self, obj): print("delete"); del obj.__dict__[self.name]
class C:
    a = D()
    b = D()
c = C()
print(C.a, c.a)
c.a = 5
print(c.a, c.__dict__)
del c.a
print(c.a)
class NonData:
    def __get__(self, o, t=None): return "nondata"
class E: x = NonData()
e = E()
print(e.x)
e.__dict__["x"] = "own"
print(e.x, E.x)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None):
        if o is None: return self
        v = self.f(o)
        setattr(o, self.f.__name__, v)
        return v
class U:
    n = 0
    @Lazy
    def val(self):
        U.n += 1
        return 42
u = U()
print(u.val, u.val, U.n, type(U.val).__name__)
class Prop:
    def _get(self): return "got"
    def _set(self, v): print("setting", v)
    x = property(_get, _set, doc="xdoc")
p = Prop()
print(p.x, Prop.x.__doc__)
p.x = 3
class cprop:
    @classmethod
    def f(cls): return cls.__name__
    g = staticmethod(lambda: "static")
print(cprop.f(), cprop().f(), cprop.g(), cprop().g())
def outside(self): return self.v
class Late: pass
Late.m = outside
l = Late(); l.v = 3
print(l.m())
print(C.__dict__["a"].name, type(cprop.__dict__["f"]).__name__)
