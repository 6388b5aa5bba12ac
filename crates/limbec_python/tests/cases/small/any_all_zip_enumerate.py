print(any([]), all([]), any(x > 2 for x in [1, 3]), list(zip([1, 2, 3], "ab")), list(enumerate("ab", start=1)), list(zip()), dict(enumerate("x")), list(map(lambda a, b: a + b, [1, 2], [10, 20])), list(filter(None, [0, 1, "", "a"])))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
