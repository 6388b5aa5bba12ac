r = range(10, 0, -3)
print(list(r), len(r), r[1], r[-1], 4 in r, 5 in r, r.index(4), r[1:], r == range(10, 0, -3), range(0) == range(2, 2), list(reversed(range(3))), repr(range(5)), repr(range(1, 2, 3)))
try:
    range(1, 2, 0)
except ValueError as error:
    print(error)
