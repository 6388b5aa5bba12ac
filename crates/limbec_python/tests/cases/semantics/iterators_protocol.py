class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1; return self.i
c = Count(3); print(list(c), list(c), sum(c), max(c), tuple(c), [*c], dict(zip("abc", c)), 2 in c, sorted(c, reverse=True), set(c), list(map(str, c)), list(enumerate(c, 1)), " ".join(map(str, c)), any(x > 2 for x in c))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"), list(it))
it = iter("ab"); print(list(zip(it, it)), iter(it) is it, list(iter(lambda: 5, 5)))
vals = [1, 2, 3]
for v in vals:
    if v == 2: vals.remove(v)
print(vals)
for i, v in enumerate(vals):
    if i < 4: vals.append(v * 10)
print(vals)
d = {"a": 1}
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
class Old:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return "xyz"[i]
print(list(Old()), "y" in Old(), [a + b for a, b in zip(Old(), Old())])
class Bad:
    def __iter__(self): return self
for f in (lambda: list(Bad()), lambda: iter(5), lambda: next([]), lambda: list(None), lambda: [*5], lambda: dict(5), lambda: zip(1), lambda: map(int), lambda: list(map(int, ["x"])), lambda: for_none(), lambda: max(iter([])), lambda: reversed({1})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(list(reversed([1, 2])), list(reversed({"a": 1, "b": 2})), list(reversed(range(3))), list(range(3))[::-1], [x for x in (1, 2) for _ in range(2)], list(filter(lambda x: x > 1, c)), min(c, key=lambda x: -x), list(zip("ab", [1, 2], (True, False))))
