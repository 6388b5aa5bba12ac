class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v, tb is not None)
        return self.swallow
with M("a") as a, M("b") as (b):
    print(a, b)
with M("c", True):
    raise ValueError("swallowed")
try:
    with M("d"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
def f():
    with M("r") as r:
        return r
print(f())
for i in range(2):
    with M(str(i)):
        if i == 0:
            continue
        break
with (M("p") as p, M("q") as q,):
    print(p, q)
class Bad:
    def __enter__(self): return self
try:
    with Bad(): pass
except (AttributeError, TypeError) as e:
    print(type(e).__name__, e)
try:
    with 5: pass
except TypeError as e:
    print(e)
class Raises:
    def __enter__(self): pass
    def __exit__(self, *a): raise RuntimeError("from exit")
try:
    with Raises():
        raise ValueError("inner")
except RuntimeError as e:
    print(e, repr(e.__context__))
