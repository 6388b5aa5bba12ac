class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.registered = True
    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kw)
    def __len__(cls): return 7
    def __iter__(cls): return iter("xyz")
    def __getitem__(cls, key): return key * 2
    def __contains__(cls, item): return item == 3
    def __repr__(cls): return f"<meta {cls.__name__}>"
    def __instancecheck__(cls, obj): return obj == "yes"
    @property
    def prop(cls): return cls.__name__.lower()
class A(metaclass=Meta, flag=1):
    def __init__(self, x): self.x = x
print(A, len(A), list(A), A[4], 3 in A, A(5).x, A.injected, A.registered, isinstance("yes", A), isinstance(5, A), A.prop, type(A).__name__)
class B(A): pass
print(B, B.prop)
class M2(type): pass
try:
    class Bad(A, metaclass=M2): pass
except TypeError as error:
    print(error)
X = type("X", (object,), {"f": lambda self: 42, "__doc__": "d"})
print(X().f(), X.__name__, X.__doc__, X.__module__, type(X) is type, type("Y", (), {})().__class__.__qualname__)
for bad in (lambda: type("X", (), 5), lambda: type(5, (), {}), lambda: type("a", (), {}, q=1)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
