x = "outer"
print([x for x in range(3)], x, {x: y for x, y in zip("ab", (1, 2))}, {x for x in "aab"} == {"a", "b"}, sorted(x for x in (3, 1)), x)
fs = [lambda: n for n in range(3)]
print([f() for f in fs], [(lambda n=n: n)() for n in range(3)])
class C:
    y = 5
    z = [i for i in range(y)]
    try:
        w = [y for _ in range(1)]
    except NameError as error:
        w = str(error)
print(C.z, C.w)
print([last := i for i in range(4)], last, any((hit := w) > 2 for w in [1, 3, 5]), hit)
print([[c for c in row if c] for row in ([0, 1], [2, 0])], [a + b for a in "ab" for b in "cd" if a + b != "bc"])
def g():
    total = 0
    return [total := total + i for i in range(5)], total
print(g(), [*range(2), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2), {*[1, 1], 2} == {1, 2})
