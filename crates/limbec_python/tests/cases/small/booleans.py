print(True + True, True * 3, sum([True, False, True]), isinstance(True, int), True == 1, {1: "a", True: "b"}, not [], bool("0"), bool(0.0))
print(True & False, True | 0, True ^ True, ~5, repr(True and 5), 0 or "x", None and 1)
