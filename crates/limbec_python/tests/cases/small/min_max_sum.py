print(min(3, 1, 2), max("abc"), max([1, 5, 3], default=0), min([], default=None), sum([1, 2], 10), sum([[1], [2]], []), sum([0.1] * 3), max("a", "bb", key=len))
for f in (lambda: max([]), lambda: sum(["a"]), lambda: min(1)):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(error)
