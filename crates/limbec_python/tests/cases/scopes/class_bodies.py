class A:
    x = 1
    y = x + 1
    for i in range(3): z = i
    if x: w = "yes"
    def f(self): return self.x
    g = f
    locals()["dynamic"] = 5
    print(sorted(k for k in locals() if not k.startswith("_")), __name__, __qualname__, __module__)
    del i
a = A()
print(a.g(), A.dynamic, hasattr(A, "i"), A.z, A.w, A.__dict__["y"])
class Outer:
    class Inner:
        def where(self): return __class__.__qualname__
    inner = Inner()
print(Outer.Inner.__qualname__, Outer.inner.where(), Outer.Inner.where.__qualname__)
def make(name):
    class Local:
        label = name
        name = "own"
    return Local
print(make("n").label if False else make.__name__)
try: make("n")
except NameError as e: print(e)
class P:
    __private = 1
    def get(self): return self.__private
    def __hidden(self): return "h"
    def call(self): return self.__hidden()
print(P().get(), P().call(), [n for n in dir(P) if "private" in n or "hidden" in n])
try: P().__private
except AttributeError as e: print(e)
class Ann:
    a: int
    b: str = "x"
    c: "list[int]"
print(Ann.__annotations__, Ann.b)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; print("sub", cls.__name__, tag)
class S1(Base, tag="t"): pass
class S2(S1): pass
try:
    class S3(Base, other=1): pass
except TypeError as e: print(e)
class Desc:
    def __set_name__(self, owner, name): print("name", owner.__name__, name); self.name = name
    def __get__(self, obj, owner=None): return (self.name, obj is None)
class H:
    d = Desc()
    e = Desc()
print(H.d, H().e)
class Bad:
    def __set_name__(self, owner, name): raise ValueError("no name")
try:
    class U: b = Bad()
except Exception as e: print(type(e).__name__, e, e.__cause__, getattr(e, "__notes__", None))
T = type("T", (A,), {"k": 1})
print(T().k, A.__doc__, A.__bases__, A.__subclasses__()[0].__name__)
