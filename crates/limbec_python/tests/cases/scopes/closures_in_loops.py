fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
fs = []
for i in range(3):
    def f(): return i
    fs.append(f)
print([f() for f in fs]); i = 99; print(fs[0]())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5); print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
x = "global"
def outer():
    x = "outer"
    class C:
        y = x
        x = "class"
        z = x
        def m(self): return x
        lst = [x for _ in range(1)]
    return C.y, C.x, C.z, C().m(), C.lst
print(outer())
class D:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        pairs = [(a, b) for a in items for b in items]
    except NameError as e:
        err = str(e)
print(D.doubled, D.err)
def f():
    try:
        print(late)
    except UnboundLocalError as e:
        print(e)
    late = 1
    del late
    try: late
    except UnboundLocalError as e: print(e)
f()
def enclosing():
    def inner(): return free
    try: inner()
    except NameError as e: print(e)
    free = 1
    print(inner())
enclosing()
def shadow():
    print = lambda *a: "shadowed"
    return print(1)
print(shadow())
del x
try: x
except NameError as e: print(e)
def globals_too():
    global made
    made = 1
globals_too(); print(made, "made" in globals())
def params(a, b=[]):
    b.append(a); return b
print(params(1), params(2), params.__defaults__)
lam = lambda *a, k=1, **kw: (a, k, kw)
print(lam(1, 2, k=3, z=4))
