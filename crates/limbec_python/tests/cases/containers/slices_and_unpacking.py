l = list(range(10))
print(l[::2], l[::-1], l[8:2:-2], l[-3:], l[:-3], l[100:], l[-100:2], l[5:2], l[slice(1, None, 4)], l[None:None], l[True:3])
l[2:5] = "ab"; print(l); l[::3] = [0] * 4 if len(l[::3]) == 4 else [0] * len(l[::3]); print(l); l[:0] = [99]; print(l); del l[1::2]; print(l); l[1:1] = (7, 8); print(l); l[:] = []; print(l)
l = [1, 2, 3]
for f in (lambda: l.__setitem__(slice(None, None, 2), [1]), lambda: l.__setitem__(slice(0, 1), 5), lambda: l[::0], lambda: l[5], lambda: l["a"], lambda: l[1.0], lambda: l.pop(10), lambda: [].pop(), lambda: l.remove(9), lambda: l.index(9), lambda: l.insert("a", 1), lambda: (1, 2)[3], lambda: "abc"[::0], lambda: {}["k"], lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: l + (1,), lambda: (1,) + l, lambda: l * 1.5, lambda: {[]: 1}, lambda: {} + {}, lambda: [1] < ["a"], lambda: sorted([1, "a"]), lambda: min([None, 1]), lambda: {1} + {2}, lambda: dict(a=1) < {}, lambda: del_item()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a, *b, c = 1, 2, 3, 4; print(a, b, c)
*a, = "xyz"; print(a)
(a, (b, *c)), d = (1, (2, 3, 4)), 5; print(a, b, c, d)
[x, y] = {"p": 1, "q": 2}; print(x, y)
for n, (a, b) in enumerate(zip("ab", [1, 2])): print(n, a, b, end=";")
print()
def up(s): exec if False else None
for text in ([1], [1, 2, 3], 5, iter([]), "ab"):
    try:
        a, b = text
        print(a, b)
    except (ValueError, TypeError) as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
i, arr = 0, [0, 0, 0]
i, arr[i] = 1, 5; print(i, arr)
arr[0], arr[1] = arr[1], arr[0]; print(arr)
x = y = z = []; x.append(1); print(y, x is z)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}}, [*[], *()])
t = (1, [2, 3]); 
try: t[1] += [4]
except TypeError as e: print(e, t)
b = bytearray(b"hello"); b[1:3] = b"XYZ"; del b[0]; b += b"!"; print(b, b[0], b[-2:])
try: b[0] = 300
except ValueError as e: print(e)
print(list(reversed(range(0, 10, 3))), range(10)[2:8:2], range(5, 0, -2)[-1], len(range(0, -10, -3)), range(3) == range(0, 3, 1), 5 in range(0, 10, 5), range(10).index(4), range(0, 10, 2).count(4))
m = [[0] * 2] * 2; m[0][0] = 1; print(m); m = [[0] * 2 for _ in range(2)]; m[0][0] = 1; print(m)
print(sorted([3, 1, 2], reverse=True), sorted("bA", key=str.lower), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda t: t[0]), list(zip(*[(1, 2), (3, 4)])), [1, 2] * 2, [1, [2]] == [1, [2]], [1, 2] < [1, 2, 0])
s = [3, 1, 2]; s.sort(key=lambda v: -v); print(s, s.sort(), s.reverse(), s, s.copy() is s, s.extend("x"), s, s.count(1))
