vals = [0, 1, "", "a", [], [0], {}, {1: 1}, set(), None, 0.0, -0.0, 0.1, (), (0,), b"", b"a", range(0), range(1), False]
print([bool(v) for v in vals])
print([v or "d" for v in vals[:4]], [v and "t" for v in vals[:4]], [not v for v in vals[:4]])
print(1 and 0 or 2, 1 or 1 / 0, 0 and 1 / 0, not (1 and 0), not not "x")
print(True + True, True * "a", [1, 2][True], {True: 1, 1: 2}, sum([True, False, True]))
print(1 == True, 1 is True, "1" == 1, None == False, [] == (), 0 == 0.0 == False)
print(3 if 0 else 4 if 0 else 5, (1 if True else 2) + 1, [1, 2][0 if vals else 1])
