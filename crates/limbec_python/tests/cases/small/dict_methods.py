d = {"a": 1}
print(d.get("x"), d.get("x", 5), d.setdefault("b", []), d.pop("a"), d.pop("zz", None), d, "b" in d, len(d), d.keys() & {"b", "c"})
for f in (lambda: {}["k"], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1])):
    try:
        f()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
