x = "outer"
print([x for x in range(3)], x, {k: v for k, v in zip("ab", (1, 2))}, {c for c in "aab"} == {"a", "b"}, [a + b for a in "xy" for b in "12" if b != a])
class C:
    n = 3
    squares = [i for i in range(n)]
print(C.squares, [[j for j in range(i)] for i in range(3)])
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
