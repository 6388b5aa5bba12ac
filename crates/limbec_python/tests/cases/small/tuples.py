t = (1, 2, 3)
a, *b, c = range(6)
(d, (e, *f)), g = (1, (2, 3, 4)), 5
print(t + (4,), t * 2, t.index(2), t.count(1), a, b, c, d, e, f, g, (1,), (), tuple("ab"), hash((1, 2)) == hash((1, 2)))
for source in ([1], [1, 2, 3]):
    try:
        x, y = source
    except ValueError as error:
        print(error)
try:
    x, *y, z = [1]
except ValueError as error:
    print(error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
