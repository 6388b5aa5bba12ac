d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 9; del d["a"]; d["a"] = 4
print(d, list(d), d.items(), list(reversed(d)), d.popitem(), d.pop("zz", "def"), d.setdefault("n", []), d.setdefault("b", 5), d)
print(d | {"x": 1}, {**d, "q": 2}, dict(d, k=1), dict([("a", 1), ("b", 2)]), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), {i: i * i for i in range(3)}, dict(**{"z": 1}))
d |= [("pair", 1)]; d.update(a=1); d.update({"b": 2}, c=3); d.update([("e", 5)]); print(d)
k = d.keys(); d["later"] = 0; print("later" in k, len(k), k & {"a", "zz"}, sorted(k - {"a"}), sorted(k | {"m"}), k ^ {"a"} == set(d) - {"a"}, d.items() >= {("a", 1)}, k.isdisjoint(["q"]))
for f in (lambda: [d.update({str(x): 1}) for x in d], lambda: [d.pop(x) for x in d], lambda: d["missing"], lambda: d.pop("missing"), lambda: {}.update(5), lambda: dict([1, 2]), lambda: dict(["ab", "abc"]), lambda: {1: 2}.update([(1,)]), lambda: d.keys()[0], lambda: {}.fromkeys(5), lambda: {[]: 1}, lambda: {{}: 1}, lambda: d | 5):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print({1: "a", True: "b", 1.0: "c"}, {0: 1, False: 2}, {"1": 1, 1: 2}, {(1, 2): 3}[1, 2], {None: 0}[None])
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f"K{self.v}"
print({K(1): "a", K(2): "b", K(1): "c"}, K(2) in {K(2)}, len({K(1), K(1), K(3)}))
class D(dict):
    def __missing__(self, k): self[k] = v = k * 2; return v
    def __setitem__(self, k, v): super().__setitem__(k, ("w", v))
dd = D(a=1); print(dd["x"], dd, dd.get("nope"), "x" in dd, D.fromkeys("q"), dd.copy(), type(dd.copy()).__name__, dict(dd) == dd)
n = {}; n["self"] = n; print(n); l = [n]; n["l"] = l; print(l)
from collections import OrderedDict, defaultdict
o = OrderedDict(a=1, b=2); o.move_to_end("a"); print(o, o.popitem(last=False), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list(reversed(OrderedDict(x=1, y=2))))
g = defaultdict(list); [g[w[0]].append(w) for w in "apple avocado bean".split()]; print(g, g.default_factory, dict(g), g.get("q"), "q" in g)
def groups():
    out = {}
    for k, v in [("x", 1), ("y", 2), ("x", 3)]: out.setdefault(k, []).append(v)
    return out
print(groups(), max(groups(), key=lambda k: sum(groups()[k])), sorted(groups().items(), key=lambda kv: -len(kv[1])), {v: k for k, v in {"a": 1}.items()}, {k: v for k, v in sorted({"b": 1, "a": 2}.items())})
it = iter({"a": 1, "b": 2}.items()); print(next(it), list(it), list({}.values()), next(iter({}), "none"), str({}.keys()), repr({1: 2}.values()), {}.items() == {}.items(), [].__class__)
e = {"x": {"y": [1, {"z": 2}]}}; import copy; c = copy.deepcopy(e); c["x"]["y"][1]["z"] = 9; s = copy.copy(e); s["x"]["n"] = 1; print(e, c)
