d = {"a": 1, "b": 2, "c": [3]}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, list(reversed(d)), list(reversed(i)), k & {"a", "z"}, k | {"z"} == {"a", "b", "c", "z"}, k - {"a"} == {"b", "c"}, sorted(k ^ {"a", "q"}), k == {"a", "b", "c"}, k >= {"a"}, k.isdisjoint(["x"]), v == d.values(), k.mapping["a"])
d["d"] = 4
print(list(k), dict(i), dict.fromkeys("ab", 0), dict([("x", 1)], y=2), {**d, "a": 9}, d | {"e": 5}, dict(zip("ab", [1, 2])))
d |= [("f", 6)]
print(d, d.setdefault("g"), d.setdefault("a", 5), d.pop("zz", None), d.popitem(), d.get("q"), d.get("q", 3), {1: "a", True: "b", 1.0: "c"}, {1: 1} == {1.0: 1.0})
for bad in (lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: dict(["abc"]), lambda: d.update(5), lambda: d.update([1]), lambda: {}.fromkeys(5), lambda: dict(1, 2), lambda: d.pop(), lambda: d.get(), lambda: {}.setdefault([]), lambda: hash({}), lambda: d < {}, lambda: {[1]: 2}, lambda: {"a": 1}["b"], lambda: {(1, [2]): 3}, lambda: dict(**{1: 2})):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
