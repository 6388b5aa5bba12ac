def f(a, b=1, *args, c, d=2, **kw): return (a, b, args, c, d, kw)
def g(x, /, y, *, z=0): return (x, y, z)
def h(): pass
def two(a, b, c): pass
print(f(1, c=3), f(1, 2, 3, c=4, e=5), g(1, y=2), f(*[1, 2], **{"c": 3, "q": 4}))
for action in (lambda: f(), lambda: f(1), lambda: g(x=1, y=2), lambda: g(1, 2, 3), lambda: g(1), lambda: g(1, 2, w=3), lambda: h(1), lambda: h(a=1), lambda: two(), lambda: two(1), lambda: two(1, 2, 3, 4), lambda: two(1, a=2, b=3, c=4), lambda: f(1, c=2, a=3), lambda: two(1, 2), lambda: g(), lambda: (lambda x, *, k: x)(1), lambda: (lambda: 0)(1, 2), lambda: len(), lambda: len(1, 2), lambda: len([], x=1), lambda: print(1, sepp=""), lambda: isinstance(1), lambda: getattr(1), lambda: ord()):
    try:
        print(action())
    except TypeError as error:
        print(error)
