class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S()
print(s.a)
class Abs:
    def __init__(self): self._items = {}
    def __getitem__(self, k): return self._items[k]
    def __setitem__(self, k, v): self._items[k] = v
a = Abs()
a["x"] = [1]
a["x"].append(2)
a["x"] += [3]
print(a["x"])
class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, n):
        def f(*a): self.ops.append((n, a)); return self
        return f
print(Chain().where(1).order_by("x", 2).ops)
class Count:
    n = 0
    def __enter__(self): Count.n += 1; return self
    def __exit__(self, *a): Count.n -= 1
with Count() as c1, Count() as c2: print(Count.n)
print(Count.n)
class Ann:
    x: int
    y: str = "d"
    z: "list[int]" = None
print(Ann.__annotations__, Ann.y)
class Outer:
    class Inner:
        v = 1
        def get(self): return Outer.Inner.v
    i = Inner()
print(Outer.i.get(), Outer.Inner.__qualname__)
class If:
    if True:
        def f(self): return "if"
    else:
        def f(self): return "else"
    for i in range(3): pass
    try: q = 1 / 0
    except ZeroDivisionError: q = "handled"
print(If().f(), If.i, If.q)
x = "global"
class Sc:
    x = x + "!"
    def f(self): return x
print(Sc.x, Sc().f())
def mk(n):
    class K:
        val = n
        def get(self): return n + self.val
    return K
print(mk(2)().get(), mk(3).val)
print(type("Dyn", (), {"__repr__": lambda s: "dyn!"})())
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    __hash__ = None
print(Eq(1) == Eq(1), Eq(1) != Eq(2))
class WR:
    def __repr__(self): return "WR"
print([WR()], {"k": WR()}, (WR(),), {1: [WR()]}, f"{WR()}", "%r %s" % (WR(), WR()), str(WR()))
l = [1]; l.append(l); print(l)
d = {}; d["d"] = d; print(d)
print(isinstance(True, int), issubclass(bool, int), isinstance(1, bool), isinstance("", (int, str)), isinstance(None, type(None)), isinstance(5, int | str), isinstance(5, object))
for bad in [lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5)]:
    try: bad()
    except TypeError as e: print(e)
