def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 1}), f(1, *(5, 6), c=0, *[7]))
def po(a, b, /, c, *, d): return a, b, c, d
print(po(1, 2, 3, d=4), po(1, 2, c=3, d=4))
def try_(fn, *a, **k):
    try:
        print(fn(*a, **k))
    except (TypeError, ValueError) as e:
        print("TypeError:", e)
try_(f); try_(f, 1); try_(f, c=1); try_(f, 1, a=2, c=3); try_(po, 1, 2, 3); try_(po, 1, b=2, c=3, d=4); try_(po, 1, 2, 3, 4, d=5)
def g(a, b): return a
def h(): pass
def k(a, b=1): pass
def ko(*, x, y): pass
try_(g); try_(g, 1); try_(g, 1, 2, 3); try_(g, 1, z=2); try_(h, 1); try_(h, 1, 2); try_(k, 1, 2, 3); try_(k); try_(ko); try_(ko, x=1); try_(ko, 1, x=1, y=2); None
try:
    g(1, *5)
except TypeError as e: print(e)
try:
    g(*5)
except TypeError as e: print(e)
try:
    g(**5)
except TypeError as e: print(e)
try:
    g(**{1: 2})
except TypeError as e: print(e)
try:
    g(1, **{"a": 1})
except TypeError as e: print(e)
try:
    g(b=1, **{"b": 1})
except TypeError as e: print(e)
try:
    5()
except TypeError as e: print(e)
class C:
    def m(self, x): return x
try_(C.m); try_(C().m); try_(C().m, 1, 2); try_(C, 1)
class D:
    def __init__(self, x): pass
try_(D); try_(D, 1, 2)
try_(len); try_(len, 1, 2); try_(len, 5); try_(isinstance, 1); try_("a".join, 5); try_("a".upper, 1); try_([].append); try_(int, "x"); try_(print, 1, sepp=2)
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
