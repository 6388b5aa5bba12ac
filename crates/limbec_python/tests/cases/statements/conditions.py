def kind(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "big"
print([kind(n) for n in (-1, 0, 5, 50)])
print(1 if [] else 2, "a" and "b", "" or "c", not 0, None or 0 or [] or "last")
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 != 2, 3 > 2 >= 2)
def side(x):
    print("side", x)
    return x
print(side(1) < side(5) < side(3) < side(4))
print(side(0) and side(1), side(2) or side(3))
if (m := 10) > 5:
    print("walrus", m)
print([y := 5, y ** 2])
print([last := x for x in range(4)], last)
assert True, "not shown"
print(1 in [1], 1 not in [1], "a" in "abc", 2 in {2: 1}, None is None, [] is not [])
