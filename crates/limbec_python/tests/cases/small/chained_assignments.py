a = b = c = []
a.append(1); b += [2]; c = c + [3]
print(a, b, c, a is b, a is c)
(x, y), *z, w = (1, 2), 3, 4, 5
print(x, y, z, w)
first, (second, [third, *fourth]) = 1, (2, "xyz")
print(first, second, third, fourth)
x, y = y, x
d = {}
d["k"], d["l"] = i, j = 7, 8
print(x, y, d, i, j)
row = [0, 1, 2]
i = 0
i, row[i] = 2, 9
print(i, row)
n = 5; n -= 2; n *= 3; n //= 2; n **= 2; n %= 7; n <<= 2; n |= 1; n ^= 3; n >>= 1; n &= 6
print(n)
s = "ab"; s *= 2; s += "c"
t = (1,); u = t; t += (2,)
print(s, t, u)
del row[0], d["k"]
print(row, d)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, *b = ()", "a, b = {}"):
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(bad, "->", error)
