rows = [("b", 2), ("a", 1), ("c", 2), ("d", 1)]
print(sorted(rows, key=lambda r: r[1]), sorted(rows, key=lambda r: r[1], reverse=True), sorted("bAc", key=str.lower), sorted({"b": 1, "a": 2}), max(rows, key=lambda r: r[1]), min("", default="none"))
x = [3, 1, 2]
print(x.sort(), x, sorted(x, reverse=True), sorted([True, 0, 2.5]))
