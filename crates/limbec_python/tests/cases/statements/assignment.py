a = b = [1]
a.append(2)
print(a, b, a is b)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, [q, r]), s = (1, [2, 3]), 4
print(p, q, r, s)
first, *rest = "hello"
print(first, rest)
*init, last = range(4)
print(init, last)
h, *m, t = (1, 2)
print(h, m, t)
d = {}
d["k"], d["j"] = 1, 2
print(d)
n = 5
n += 2; n -= 1; n *= 3; n //= 2; n **= 2; n %= 50; n <<= 2; n >>= 1; n |= 1; n &= 0xff; n ^= 3
print(n)
f = 7
f /= 2
print(f)
l = [1, 2, 3]
alias = l
l += (4,)
l *= 2
print(l, alias is l)
l[0] += 10
l[-1:] = [7, 8]
del l[1], l[0:2]
print(l)
class O: pass
o = O()
o.x = 1
o.x += 4
del o.x
print(hasattr(o, "x"))
i = 0
def nxt():
    global i
    i += 1
    return i
arr = [0, 0, 0, 0]
arr[nxt()] += nxt()
print(arr)
z: int = 3
w: "str"
print(z, __annotations__)
