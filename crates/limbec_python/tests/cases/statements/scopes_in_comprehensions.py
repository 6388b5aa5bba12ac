x = "outer"
print([x for x in range(3)], x)
def f(n):
    return [[i * j for j in range(n) if j != i] for i in range(n)], {i: [k for k in range(i)] for i in range(3)}
print(f(3))
class C:
    vals = [1, 2, 3]
    doubled = [v * 2 for v in vals]
    try: bad = [v + len(vals) for v in vals]
    except NameError as e: bad = str(e)
print(C.doubled, C.bad)
def g():
    data = [("a", 1), ("b", 2)]
    total = 0
    fs = {k: (lambda k=k, v=v: f"{k}{v}") for k, v in data}
    return [f() for f in fs.values()], [total := total + v for _, v in data], total
print(g())
print([(a, b) for a in range(3) for b in range(a)], [a for a in [1, [2]] if not isinstance(a, list)], [*(y for y in (1, 2))])
print(any(n > 2 for n in [1, 3]), all(isinstance(n, int) for n in [1, "2"]), sum(1 for _ in "abc"), dict((k, len(k)) for k in ["a", "bb"]), sorted((-n for n in range(3)), key=abs))
def h():
    z = 5
    return list(filter(lambda q: q > z, (z + i for i in range(-1, 3))))
print(h())
gen = (i for i in range(3)); print(2 in gen, list(gen))
nested = [lambda: [i for _ in range(1)] for i in range(3)]
print([n() for n in nested])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], {(r, c): v for r, row in enumerate(matrix) for c, v in enumerate(row) if v % 2})
while (chunk := matrix.pop() if matrix else None) is not None: print("chunk", chunk)
print((lambda: (yy := 3) + yy)())
