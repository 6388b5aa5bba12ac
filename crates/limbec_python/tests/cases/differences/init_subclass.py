class Base:
    known = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.known[key or cls.__name__] = cls.__name__
class One(Base, key="first"): pass
class Two(Base): pass
print(Base.known)
try:
    class Three(Base, other=1): pass
except TypeError as error:
    print(error)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(G[5], G["x"], G[1, 2])
class H: pass
try:
    H[5]
except TypeError as error:
    print(error)
try:
    class I(H, x=1): pass
except TypeError as error:
    print(error)
class J:
    def __init__(self): return 5
try:
    J()
except TypeError as error:
    print(error)
class K:
    def __new__(cls, *a):
        return "not a K" if a else super().__new__(cls)
    def __init__(self, *a): print("init", a)
print(K(1), type(K()).__name__)
for bad in (lambda: object(1), lambda: H(1), lambda: H(a=1), lambda: object.__new__(int), lambda: H().x, lambda: H.x, lambda: H()(), lambda: H() + 1, lambda: -H(), lambda: H()[0], lambda: len(H()), lambda: iter(H()), lambda: next(H()), lambda: H() < H(), lambda: int(H()), lambda: float(H()), lambda: H() in H(), lambda: abs(H()), lambda: [1][H()], lambda: "a" % H(), lambda: hash(H()) == 5, lambda: bool(H()), lambda: round(H()), lambda: reversed(H()), lambda: range(H()), lambda: [1] * H(), lambda: bytes(H()), lambda: divmod(H(), 1), lambda: H() @ 1, lambda: ~H(), lambda: pow(H(), 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
