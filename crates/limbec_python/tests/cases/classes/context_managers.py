class Resource:
    log = []
    def __init__(self, name, fail_enter=False, swallow=()): self.name, self.fail_enter, self.swallow = name, fail_enter, swallow
    def __enter__(self):
        if self.fail_enter: raise OSError(f"cannot open {self.name}")
        self.log.append("+" + self.name); return self
    def __exit__(self, et, ev, tb):
        self.log.append(f"-{self.name}{':' + et.__name__ if et else ''}")
        return et is not None and issubclass(et, self.swallow)
def t(body, *rs):
    Resource.log.clear()
    try:
        if len(rs) == 1:
            with rs[0]: r = body()
        else:
            with rs[0] as a, rs[1] as b: r = body()
    except Exception as e: r = f"{type(e).__name__}({e})"
    else:
        r = r if "r" in locals() else "swallowed"
    print(r, Resource.log)
def boom(): raise KeyError("k")
t(lambda: "ok", Resource("a")); t(boom, Resource("a")); t(boom, Resource("a", swallow=(KeyError,)))
t(lambda: "ok", Resource("a"), Resource("b")); t(boom, Resource("a"), Resource("b")); t(boom, Resource("a"), Resource("b", swallow=(LookupError,)))
t(lambda: 1, Resource("a"), Resource("b", True)); t(lambda: 1, Resource("a", swallow=(OSError,)), Resource("b", True))
def returns():
    with Resource("r"): return "returned"
print(returns(), Resource.log[-1])
def loop():
    out = []
    for i in range(3):
        with Resource(str(i)):
            if i == 1: continue
            if i == 2: break
            out.append(i)
    return out, Resource.log[-6:]
print(loop())
def gen():
    with Resource("g"):
        yield 1
        yield 2
g = gen(); print(next(g)); g.close(); print(Resource.log[-2:])
class Nested:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
with Nested() as (x, [y, z]): print(x, y, z)
d = {}
with Nested() as d["k"]: print(d)
