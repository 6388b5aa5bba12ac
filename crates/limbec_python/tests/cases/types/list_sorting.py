rows = [("b", 2), ("a", 2), ("c", 1), ("A", 3)]
print(sorted(rows), sorted(rows, key=lambda r: r[1]), sorted(rows, key=lambda r: (-r[1], r[0])), sorted(rows, key=lambda r: r[0].lower()), sorted(rows, reverse=True), sorted(rows, key=lambda r: r[1], reverse=True), max(rows, key=lambda r: r[1]), min(rows, key=lambda r: r[1]), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([3, 1.5, True, 0]), sorted([[2], [1, 5], [1]]), sorted(["10", "9", "1"]), sorted(["10", "9", "1"], key=int), sorted([(1, "x"), (1, "a"), (0, "z")]), sorted([]), sorted("Éeè", key=ord), sorted([-3, 2, -1], key=abs), sorted(range(5), key=lambda x: x % 2))
class V:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): V.n += 1; return self.v < o.v
    def __repr__(self): return f"V{self.v}"
print(sorted([V(3), V(1), V(2)]), max(V(1), V(5), key=lambda v: v.v), V.n > 0)
l = [3, 1, 2]; print(l.sort(), l, l.sort(key=lambda x: -x), l, list(reversed(l)), l.index(2), l)
def bad(x):
    if x == 2: raise ValueError("key failed")
    return x
for f in (lambda: sorted([1, "a"]), lambda: sorted([1, None]), lambda: [1, 2].sort(key=bad), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted([1], key=5), lambda: [1].sort(1), lambda: sorted([(1, {}), (1, [])]), lambda: sorted([object(), 1]) and 0, lambda: sorted([float("nan"), 1.0])[1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e))
from functools import cmp_to_key; print(sorted(rows, key=cmp_to_key(lambda a, b: (b[1] - a[1]) or (a[0] > b[0]) - (a[0] < b[0]))))
from operator import itemgetter; print(sorted(rows, key=itemgetter(1, 0)), sorted([{"n": 2}, {"n": 1}], key=itemgetter("n")))
