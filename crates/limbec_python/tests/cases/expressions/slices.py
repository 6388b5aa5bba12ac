s = "hello world"
l = list(range(10))
print(s[0], s[-1], s[2:5], s[:3], s[-3:], s[::2], s[::-1], s[5:2], s[100:], s[-100:2], s[8:1:-2])
print(l[2:8:3], l[-1:-4:-1], l[:], l[20:], l[::-3])
print((1, 2, 3)[1:], b"abc"[1:], b"abc"[0], range(10)[2:8:2], range(10)[-1], range(10)[::-1])
l[2:5] = ["x"]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
del l[1::2]
print(l)
l[1:1] = [9, 9]
print(l)
for f in [lambda: [1][5], lambda: "a"[5], lambda: (1,)[-2], lambda: {}["k"], lambda: [1]["a"], lambda: "a"["b"], lambda: 5[0], lambda: range(3)[9]]:
    try:
        f()
    except (IndexError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
try:
    l[::2] = [1]
except ValueError as e: print(e)
try:
    [1, 2][::0]
except ValueError as e: print(e)
print(slice(1, 2, 3), slice(5).indices(3), slice(None, None, -1).indices(4))
u = "привет, мир"
print(u[0], u[-3:], u[::-1], len(u))
