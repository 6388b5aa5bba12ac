x = "outer"
fs = [lambda: i for i in range(3)]
print([f() for f in fs], x, [x for x in "ab"], x, [y for x in [[1, 2], [3]] for y in x if y > 1], {a: b for a, b in zip("ab", "cd")}, [[j * i for j in range(2)] for i in range(2)], [i if i % 2 else -i for i in range(4)], (lambda: [n := 1, n])(), [last := v for v in range(3)], last)
class C:
    items = [1, 2]
    doubled = [v * 2 for v in items]
    try:
        bad = [v for v in range(2) if items]
    except NameError as error:
        print(error)
print(C.doubled, sum(n * n for n in range(4)), list(x.upper() for x in "ab"), dict((k, v) for k, v in [(1, 2)]), any(n > 2 for n in [1, 3]), tuple(i for i in range(3)))
g = (1 / n for n in [1, 0])
print(next(g))
try:
    next(g)
except ZeroDivisionError as error:
    print(error)
print(list(g), next(g, "done"))
try:
    (q for q in 5)
except TypeError as error:
    print(error)
