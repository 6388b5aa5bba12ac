a, b = {1, 2, 3}, frozenset({3, 4})
print(a | b, type(b | a).__name__, a & b, a - b, sorted(a ^ b), a <= {1, 2, 3, 4}, a < a, a.issuperset([1]), a.union([5], (6,)) == {1, 2, 3, 5, 6}, a.intersection([1, 2], [2]), a.difference([1], [2]), a.symmetric_difference([1, 9]) == {2, 3, 9}, a.isdisjoint("ab"), {1} == frozenset({1}), hash(frozenset({1, 2})) == hash(frozenset({2, 1})), {frozenset({1}): 1}[frozenset({1})], {1, 1.0, True})
a.update([7], [8])
a -= {1}
a &= {2, 3, 7}
a ^= {2}
a.discard(99)
print(sorted(a), a.add(1), len(a), a.copy() == a, set("hello") == {"h", "e", "l", "o"}, {x % 3 for x in range(9)}, {1, 2} > {1}, {1} in [{1}], {1, 2} != {2, 1})
for bad in (lambda: {[]}, lambda: {1} | [1], lambda: {1} <= [1], lambda: set(5), lambda: {1}.remove([]), lambda: hash({1}), lambda: {1}[0], lambda: {1}.add(), lambda: frozenset().add(1), lambda: {{1}}, lambda: {1} & None, lambda: set(1, 2), lambda: {1}.union(5), lambda: [] in {1}, lambda: {1} in {frozenset({1})}, lambda: {1}.update(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
