a, b = {1, 2, 3}, {2, 3, 4}
print(a & b, a | b, a - b, a ^ b, a <= b, a < {1, 2, 3, 4}, a.issuperset({1}), a.isdisjoint({9}), a.union([7], "x") == {1, 2, 3, 7, "x"}, a.intersection(b, {3}), a.difference({1}, {2}), a.symmetric_difference([1]) == {2, 3})
s = set(); s.add(1); s.add(1); s.discard(5); s.update([2], (3,)); s |= {4}; s &= {1, 2, 4}; s -= {1}; s ^= {9}; print(sorted(s), len(s), bool(set()))
for f in (lambda: a + b, lambda: a | [1], lambda: a.remove(99), lambda: {[]}, lambda: {{}}, lambda: set(5), lambda: a < [1], lambda: frozenset().add, lambda: a[0], lambda: hash(a), lambda: {1}.update(5), lambda: a.union(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = frozenset([1, 2]); print(f, hash(f) == hash(frozenset([2, 1])), {f: "k"}[frozenset([2, 1])], f | {3}, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, frozenset(), set(), repr(set()), repr(frozenset()))
print(sorted({*"hello"}), {x % 3 for x in range(10)}, {True, 1, 1.0}, len({0, False, "", None, ()}), 3 in a, "3" in a, {(1, 2)} == {(1, 2)}, {frozenset({1})})
class S(set):
    def add(self, x): super().add(x * 2)
q = S([1]); q.add(5); print(sorted(q), type(q | {1}).__name__, q == {1, 10}, type(q.copy()).__name__, repr(S([1])))
try:
    for x in a: a.add(x + 10)
except RuntimeError as e: print(e)
print(set("abc") - set("b") == {"a", "c"}, {1, 2}.pop() in (1, 2), max({3, 1}), sum({1, 2}), sorted({3, 1, 2}, reverse=True), list({5}), set([1]) is set([1]), {1} == frozenset({1}), not {0})
