x = 1
del x
try:
    x
except NameError as e:
    print(e, e.name)
def f():
    print(y)
    y = 1
try:
    f()
except UnboundLocalError as e:
    print(e)
def g():
    z = 1
    del z
    try:
        del z
    except UnboundLocalError as e:
        print(e)
g()
def outer():
    v = 0
    def inc():
        nonlocal v
        v += 1
        return v
    inc(); inc()
    return v
print(outer())
def late():
    def use(): return val
    try:
        use()
    except NameError as e:
        print(e)
    val = 3
    return use()
print(late())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def glob():
    global made
    made = "yes"
glob()
print(made)
class C:
    a = 1
    b = [a for _ in range(2)]
    def m(self): return a
a = "module"
print(C.b if True else 0, C().m())
def shadow(list):
    return [list, len(list)]
print(shadow("ab"))
l = [x for x in range(3)]
try:
    print(x)
except NameError as e:
    print(e)
def deleted_cell():
    a = 1
    def f(): return a
    del a
    try: f()
    except NameError as e: print(e)
deleted_cell()
