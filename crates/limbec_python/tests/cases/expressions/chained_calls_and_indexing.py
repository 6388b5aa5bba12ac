data = {"users": [{"name": "ann", "tags": ("x", "y"), "f": lambda n: n * 2}, {"name": "bob", "tags": (), "f": str}]}
print(data["users"][0]["tags"][-1].upper(), data["users"][1]["f"](5), data["users"][0]["f"](data["users"][0]["name"]), len(data["users"][1]["tags"]) or "none")
print([u["name"] for u in data["users"] if u["tags"]], {u["name"]: len(u["tags"]) for u in data["users"]}, sorted((u["name"] for u in data["users"]), reverse=True))
data["users"].append({**data["users"][0], "name": "carol"})
data["users"][-1]["tags"] += ("z",)
data.setdefault("count", len(data["users"]))
print(data["users"][-1]["tags"], data["users"][0]["tags"], data["count"], data.get("missing", {}).get("deep", "dflt"))
class B:
    def __init__(self): self.parts = []
    def add(self, x, *, sep=" "): self.parts.append(x + sep); return self
    def __getitem__(self, i): return self.parts[i].strip()
    def build(self): return "".join(self.parts)
print(B().add("a").add("b", sep="-").add("c")[1], B().add("SELECT").add("1").build().strip().lower().split()[0][::-1])
m = [[0] * 3 for _ in range(2)]
m[0][1] = m[1][2] = 5
m[1][0:2] = [7, 8]
print(m, [row[1] for row in m], [list(c) for c in zip(*m)], sum(map(sum, m)), max(max(r) for r in m))
f = [lambda x, i=i: x + i for i in range(3)]
print(f[2](10), [g(1) for g in f], (f[0] if len(f) > 2 else f[1])(5), ((lambda: f)())[1](0))
s = "key=value; other = thing ;flag"
print({k.strip(): v.strip() for k, _, v in (p.partition("=") for p in s.split(";"))})
print("%s" % ("a" if data else "b"), "x" * (2 if True else 3), (1, 2, 3)[1:][0], [1, 2, 3][[0, 1, 2][-1]], "abc"["abc".index("b")], {"a": {"b": [10, 20]}}["a"]["b"][1])
i = 5
i += i * 2 if i > 3 else -i
print(i, -i ** 2, (-i) ** 2, not i == 15, i if not i else -i, 1 if i > 10 and i < 20 or False else 0)
x = y = [1]
x = x + [2]; y += [3]
print(x, y)
print((lambda *a, **k: (len(a), sorted(k)))(*[1, 2], *(3,), **{"z": 1}, y=2), print.__name__, (print or None) is print, type(lambda: 0)(lambda: 0).__name__ if False else "skip")
