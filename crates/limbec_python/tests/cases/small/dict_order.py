d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
del d["a"]
d["a"] = 0
print(d, list(d.items()), next(reversed(d)), d.popitem(), d)
d.update({"z": 1}, b=7)
print(d | {"q": 1}, {**d, "b": "x"}, dict(zip("ab", [1, 2])), dict([("k", "v")], w=1), dict.fromkeys("xy", 0))
