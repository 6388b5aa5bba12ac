d = {"a": 1, "b": 2}
print(d["a"], d.get("z"), d.get("z", 0), d.keys(), d.values(), d.items(), len(d), "a" in d, list(d), d.pop("a"), d.pop("q", None), d)
d.update({"c": 3}, e=5); d.update([("f", 6)]); d.setdefault("g", []).append(1); d.setdefault("b", 9)
print(d, d.popitem(), d.copy() == d, dict.fromkeys("ab", 0), dict([("x", 1)]), dict(x=1, y=2), dict({"k": 1}, z=2), dict(zip("ab", [1, 2])))
print({1: "a"} | {2: "b"}, {**{"a": 1}, "a": 2}, {1: 1, 1.0: 2, True: 3}, {(1, 2): "t"}[(1, 2)], {None: 0}[None])
d |= {"n": 1}; del d["n"]
print({k: v for k, v in sorted(d.items(), key=lambda kv: str(kv[1]))}, list(reversed({"a": 1, "b": 2})), {"a": 1} == {"a": 1.0}, d.keys() & {"b", "c"} == {"b", "c"}, d.keys() - {"b"} == {"c", "e", "f"}, {"x": 1}.items() | {("y", 2)} == {("x", 1), ("y", 2)}, "b" in d.keys(), ("c", 3) in d.items(), 3 in d.values())
for f in [lambda: {}["x"], lambda: {}[[1]], lambda: {[]: 1}, lambda: {}.pop("k"), lambda: {}.popitem(), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {}.update(5), lambda: {} < {}, lambda: {} + {}, lambda: {"a": 1}.a, lambda: {1: 2}[2], lambda: {}.get()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
d = {}
for i in range(20): d[i] = i
for i in range(0, 20, 2): del d[i]
d[0] = "new"
print(d, next(iter(d)), min(d), sum(d.values()) if 0 not in d else "mixed")
d.clear(); print(d, bool(d))
v = {"a": 1}.values(); print(list(v), len(v), v)
nested = {"x": {"y": {"z": [1, {"w": 2}]}}}
print(nested["x"]["y"]["z"][1]["w"], str(nested))
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f"K{self.v}"
m = {K(1): "a", K(2): "b"}
m[K(1)] = "c"
print(m, m[K(2)], K(3) in m, len(m))
