class R:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__); return self.n == "swallow"
with R("a") as a, R("b"): print("body")
def f():
    with R("f"):
        return "returned"
print(f())
with R("swallow"): raise KeyError("x")
try:
    with R("outer"), R("inner"): 1 / 0
except ZeroDivisionError as e: print(e, e.__context__)
for i in range(3):
    with R(i):
        if i == 1: continue
        if i == 2: break
x = [1, 2, 3]; del x[0]; del x[:1]; print(x); d = {"a": 1, "b": 2}; del d["a"]; print(d); y = 1; del y
try: y
except NameError as e: print(e)
class O: pass
o = O(); o.p = 1; del o.p
try: del o.p
except AttributeError as e: print(e)
try: del d["zz"]
except KeyError as e: print("key", e)
try: del x[9]
except IndexError as e: print(e)
(a, b), c = (1, 2), 3; del a, (b, c)
print("a" in globals(), "b" in globals())
def g():
    try: yield 1
    finally: print("closed")
for v in g(): break
def h():
    for v in g(): return v
print(h())
gen = g(); next(gen); gen.close(); print("end")
try:
    try: raise ValueError("first")
    finally: raise KeyError("second")
except KeyError as e: print(repr(e.__context__))
def order():
    try: print("try"); return print("value")
    finally: print("finally")
order()
