a, b = {1, 2, 3}, {2, 3, 4}
print(a & b, a | b, a - b, a ^ b, a < b, {2} < a, a.isdisjoint({9}), a >= {1}, frozenset([1]) | {2}, sorted(a.symmetric_difference(b)), {1} == frozenset({1}))
a.discard(99); a.add(7); a.update([8], (9,)); a -= {1}
print(sorted(a), len(a), 7 in a, set("aab") == {"a", "b"})
for f in (lambda: a.remove(99), lambda: set().pop(), lambda: {[]}, lambda: {1} + {2}):
    try:
        f()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
