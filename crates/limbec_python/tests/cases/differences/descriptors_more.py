class Typed:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, kind=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name} must be int, not {type(value).__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        del obj.__dict__[self.name]
class NonData:
    def __get__(self, obj, kind=None):
        return "nondata"
class P:
    a = Typed()
    b = NonData()
p = P()
print(p.a, p.b, type(P.a).__name__)
p.a = 5
p.b = "instance"
print(p.a, p.b, vars(p))
del p.a
print(p.a)
try:
    p.a = "x"
except TypeError as error:
    print(error)
class R:
    @property
    def v(self):
        "doc of v"
        return 1
    @classmethod
    def k(cls, n): return cls.__name__ + n
    @staticmethod
    def s(n): return n
for action in (lambda: setattr(R(), "v", 1), lambda: delattr(R(), "v"), lambda: R.v.__doc__, lambda: R.k("x"), lambda: R().s(2), lambda: R.v.fset, lambda: R.__dict__["s"].__func__(3), lambda: R.k.__self__.__name__, lambda: R.v.__get__(R()), lambda: R().nothing, lambda: R.nothing, lambda: R().k.__func__.__name__):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class Lazy:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name * 2
        raise AttributeError(f"no {name}")
print(Lazy().xy, getattr(Lazy(), "zz", "default"), hasattr(Lazy(), "q"))
class Guard:
    def __getattribute__(self, name):
        return "got " + name
    def __setattr__(self, name, value):
        print("set", name, value)
g = Guard()
g.x = 1
print(g.x, g.anything)
