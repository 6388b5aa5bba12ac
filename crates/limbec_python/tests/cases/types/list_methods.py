l = [3, 1, 2]
l.append(4); l.extend([5, 6]); l.insert(0, 0); l.insert(-1, 9); l.insert(100, 10)
print(l, l.index(9), l.count(1), l.pop(), l.pop(0), l)
l.remove(9); l.sort(); print(l); l.sort(reverse=True); print(l); l.reverse(); print(l)
c = l.copy(); c.clear(); print(c, l)
print(sorted(["bb", "a", "CCC"], key=len), sorted(["b", "A", "c"], key=str.lower), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({3, 1, 2}), sorted("hello", reverse=True), sorted([1, 2, 3], key=lambda x: -x))
print([1] + [2], [0] * 3, [[]] * 2, [1, 2] == [1, 2], [1, 2, 3].index(3), 2 in [1, 2], list("abc"), list({1: 2}), list(range(3)), list((1, 2)), [None] * 2)
for f in [lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, "a"].sort(), lambda: [] + (1,), lambda: [1] * "a", lambda: list(5), lambda: [1].append(1, 2), lambda: [1][1.5], lambda: [3, 1].sort(key=5), lambda: [].extend(5), lambda: sorted([1], reverse="x"), lambda: [1, 2].insert("a", 1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
stable = [("b", 1), ("a", 1), ("c", 0)]
stable.sort(key=lambda t: t[1]); print(stable)
stable.sort(key=lambda t: t[1], reverse=True); print(stable)
m = [[1, 2], [3, 4]]
print([list(r) for r in zip(*m)], [x for r in m for x in r], sum(m, []), m[1][0])
m[0][0] = 9; n = m[:]; n[0].append(5); print(m)
l = [1, 2, 3, 4]
for x in l[:]:
    if x % 2: l.remove(x)
print(l, max(l), min(l), sum(l), len(l), any(l), all(l), bool([]), bool([0]))
it = iter([1, 2]); print(next(it), next(it), next(it, "end"))
print(list(reversed([1, 2, 3])), list(enumerate("ab", start=1)), list(zip([1, 2], "ab", [True, False])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
