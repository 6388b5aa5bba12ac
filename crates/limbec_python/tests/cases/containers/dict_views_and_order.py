from collections import ChainMap, Counter, OrderedDict, defaultdict
d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 9; del d["a"]; d["a"] = 0
print(d, list(d.items()), d.keys() & {"a", "z"}, d.keys() | {"q"} >= {"q"}, d.keys() - {"a"} == {"b", "c"}, ("b", 9) in d.items(), d.get("x", 5), d.pop("c"), d.pop("x", None), d.setdefault("n", []), d.popitem(), list(reversed(d)), d | {"b": 0}, dict(a=1, **{"x y": 2}), dict.fromkeys("ab", 0), {1: "int", True: "bool", 1.0: "float"})
d |= [("k", "v")]; d.update(z=1); print(d, d == dict(reversed(d.items())), len(d), {**d}.clear())
count = Counter("mississippi"); count.update("mm"); count.subtract("s")
print(count.most_common(2), count["zz"], sorted(count.elements())[:3], count + Counter("z"), count & Counter("mip"), sum(count.values()), Counter(a=1) - Counter(a=2))
groups = defaultdict(list)
for word in ("apple", "avocado", "bean"): groups[word[0]].append(word)
print(dict(groups), groups["z"], len(groups), groups)
chain = ChainMap({"a": 1}, {"a": 2, "b": 3}); chain["c"] = 4
print(chain["a"], chain["b"], dict(chain) == {"a": 1, "b": 3, "c": 4}, chain.maps[0])
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od == {"a": 1, "b": 2}, od == OrderedDict(a=1, b=2), od.popitem(last=False))
def changing():
    d = {1: 1}
    for k in d: d[k + 1] = 1
for what in (lambda: {}["x"], lambda: {[]: 1}, lambda: changing(), lambda: {}.popitem(), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.pop("k"), lambda: {1: 2} < {1: 3}, lambda: OrderedDict().move_to_end("x")):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
