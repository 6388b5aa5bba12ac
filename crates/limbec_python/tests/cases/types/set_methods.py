s = {1, 2, 3}
s.add(4); s.add(1); s.discard(9); s.remove(2); s.update([7], (8,))
print(sorted(s), len(s), 1 in s, s == {1, 3, 4, 7, 8}, sorted(s | {0}), sorted(s & {1, 3}), sorted(s - {1}), sorted(s ^ {1, 100}), s.isdisjoint({50}), {1}.issubset(s), s.issuperset({1}), {1} < s, s <= s, s > {1})
print(sorted(s.union([0], [5])), sorted(s.intersection([1, 3, 9])), sorted(s.difference([1])), sorted(s.symmetric_difference([1, 0])), s.copy() == s, frozenset([1]) | {2} == frozenset({1, 2}), type(frozenset([1]) | {2}).__name__, type({1} | frozenset()).__name__)
s -= {7, 8}; s |= {50}; s &= {1, 3, 50}; s ^= {3}
print(sorted(s), set(), frozenset(), frozenset([1]), {"a"}, set("aab") == {"a", "b"}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "f"}[frozenset([1])], {1, 1.0, True}, len({(1, 2), (1, 2)}))
for f in [lambda: {1}.remove(5), lambda: set().pop(), lambda: {[]}, lambda: {1} + {2}, lambda: {1} | [2], lambda: set(5), lambda: {{1}}, lambda: frozenset([1]).add(2), lambda: hash({1}), lambda: {1}[0], lambda: {1} < [1]]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s.clear(); print(s, bool(s)); s.difference_update([1]); s.intersection_update([1]); s.symmetric_difference_update([3]); print(s, s.pop(), {x for x in "abca"} == set("abc"))
