a, b = {1, 2, 3}, frozenset([3, 4])
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a >= {1}, a < {1, 2, 3, 4}, a.isdisjoint({9}), type(b | a).__name__, type(a | b).__name__, {frozenset({1}): "x"}[frozenset([1])], len({1, 1.0, True}), set() == frozenset(), bool(set()), sorted(a.union([7], (8,))), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 9])), a.issubset(range(5)), a.issuperset([]))
a.add(5); a.discard(99); a.remove(1); a.update("x", [6]); a -= {6}; a &= {2, 3, 5, "x"}; a ^= {2}
print(sorted(map(str, a)), repr(set()), repr(frozenset()), repr({1}), repr(frozenset({1})), set("a").pop(), sorted({*"ab"} | {"c"}))
for what in (lambda: {1}.remove(2), lambda: {[]}, lambda: set().pop(), lambda: {1} | [1], lambda: {1} < 3, lambda: b.add(1), lambda: hash({1}), lambda: set(5), lambda: {1} + {2}):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
