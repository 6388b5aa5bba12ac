class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns["added"] = f"by {mcs.__name__}"
        cls = super().__new__(mcs, name, bases, ns)
        print("new", name, kw)
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        print("init", name)
    def __call__(cls, *a):
        print("call", cls.__name__, a)
        return super().__call__(*a)
    @property
    def prop(cls): return "meta prop " + cls.__name__
    def meth(cls): return "meta meth " + cls.__name__
    def __len__(cls): return 3
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return ("item", k)
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __getattr__(cls, n): return "dyn " + n
class A(metaclass=Meta, opt=1):
    def __init__(self, x): self.x = x
class B(A): pass
print(A.added, B.added, type(A), type(B) is Meta, A.prop, B.meth(), len(A), list(A), 1 in A, A["k"], A, A.zzz)
b = B(5)
print(b.x, isinstance(A, Meta), isinstance(b, A))
try: b.prop
except AttributeError as e: print(e)
class Singleton(type):
    inst = {}
    def __call__(cls, *a, **k):
        if cls not in cls.inst: cls.inst[cls] = super().__call__(*a, **k)
        return cls.inst[cls]
class S(metaclass=Singleton):
    def __init__(self): print("made")
print(S() is S())
T = type("T", (A,), {"y": 5, "f": lambda self: self.y})
print(T(1).f(), T.__name__, T.__mro__)
class Prep(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): return {"prepared": name}
class P(metaclass=Prep): pass
print(P.prepared)
def func_meta(name, bases, ns): return (name, bases, sorted(k for k in ns if not k.startswith("__")))
class F(metaclass=func_meta):
    a = 1
    def b(self): pass
print(F)
class Inst(type):
    def __instancecheck__(cls, o): return o == "magic"
    def __subclasscheck__(cls, c): return c is int
class I(metaclass=Inst): pass
print(isinstance("magic", I), isinstance(5, I), issubclass(int, I), issubclass(str, I))
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
try:
    class X3(X1, X2): pass
except TypeError as e: print(e)
print(type(type), type(5), type(int), type(None), type(...), type(print), type(lambda: 0), type(A.__init__), type(b.__init__), type([].append), type(type.__call__).__name__ if False else "")
class WithSuper:
    def __init_subclass__(cls): cls.late = True
class Child(WithSuper):
    def me(self): return __class__
    x = 5
print(Child.late, Child().me())
class New:
    def __new__(cls, *a):
        print("new", a)
        return object.__new__(cls)
    def __init__(self, *a): print("init", a)
New(1)
class Other:
    def __new__(cls): return 42
print(Other())
