class Base:
    registry = {}
    def __init_subclass__(cls, key=None, **kw):
        super().__init_subclass__(**kw)
        if key: Base.registry[key] = cls
class A(Base, key="a"):
    @classmethod
    def create(cls, *a): return cls(*a)
    @staticmethod
    def helper(x): return x + 1
    @property
    def size(self): return self._size
    @size.setter
    def size(self, v):
        if v < 0: raise ValueError("negative size")
        self._size = v
    @size.deleter
    def size(self): del self._size
class B(A, key="b"):
    @property
    def size(self): return super().size * 2
print(Base.registry, A.create().helper(1), A.helper(2)); a = A(); a.size = 3; print(a.size); del a.size
for f in (lambda: a.size, lambda: setattr(a, "size", -1), lambda: setattr(B(), "size", 1), lambda: A(1), lambda: Base.nope, lambda: a.nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Single:
    _one = None
    def __new__(cls, *a, **k):
        if cls._one is None: cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, v): self.v = v
print(Single(1) is Single(2), Single(3).v)
class NotSelf:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(NotSelf())
class Tup(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    first = property(lambda s: s[0])
print(Tup(1, 2), Tup(1, 2).first, Tup(1, 2) == (1, 2), type(Tup(1, 2) + (3,)).__name__)
class S(str):
    def shout(self): return S(self.upper() + "!")
print(S("a").shout().shout(), type(S("a") + "b").__name__, type(S("a").strip()).__name__, repr(S("x")), len(S("abc")), S("k") in {"k": 1})
class N(int):
    def __add__(self, o): return N(int(self) + int(o) + 100)
print(N(1) + 2, 2 + N(1), type(N(5) * 2).__name__, N(3) == 3, f"{N(7):03d}", sum([N(1), N(2)]))
Dyn = type("Dyn", (A,), {"z": 1, "m": lambda self: self.z}); print(Dyn().m(), Dyn.__mro__[1].__name__, isinstance(Dyn(), Base), issubclass(Dyn, A))
class Meta(type):
    def __call__(cls, *a): print("making", cls.__name__); return super().__call__(*a)
    def __getattr__(cls, n): return f"meta {n}"
    def __eq__(cls, o): return True
    __hash__ = type.__hash__
class WithMeta(metaclass=Meta): pass
WithMeta(); print(WithMeta.anything, WithMeta == 5, WithMeta.__class__.__name__)
print([k for k in vars(A) if not k.startswith("__")], hasattr(A, "size"), A.__name__, A.__qualname__, a.__class__ is A, A.__dict__["helper"].__class__.__name__, callable(A), A.size.fget.__name__)
