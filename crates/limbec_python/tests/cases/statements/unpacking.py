a, *b = [1]
print(a, b)
(a, b), c, *d = [(1, 2), 3, 4, 5]
print(a, b, c, d)
[a, [b, *c]] = 1, (2, 3, 4)
print(a, b, c)
for i, (x, *y), z in [(1, (2, 3, 4), 5)]: print(i, x, y, z)
d = {"k": [1, 2]}
d["k"][0], d["new"] = "x", "y"
print(d)
class O: pass
o = O()
o.a, o.b, *o.c = range(5)
print(o.__dict__)
def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3, 4), **{"a": 1}, b=2, **{"c": 3}))
print([*range(2), *"ab", *{"k": 1}], {**{"a": 1}, **{"b": 2}}, (*[1], *[2]), {*"aa"})
first, second = {"x": 1, "y": 2}
print(first, second)
(a), b = 1, 2
x = y = z = 0
x, y, z = z + 1, x + 2, y + 3
print(x, y, z)
for bad in ["a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5", "a, b = None", "[a, b] = {1}", "a, = []"]:
    pass
def t(n, v):
    try:
        if n == 2: a, b = v
        elif n == 3: a, b, c = v
        else: a, *b, c = v
        print("ok")
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
t(2, [1]); t(2, [1, 2, 3]); t(0, [1]); t(2, 5); t(2, None); t(2, {1}); t(3, "ab"); t(2, iter([1])); t(2, (x for x in range(5)))
def swap(p): p[0], p[-1] = p[-1], p[0]; return p
print(swap([1, 2, 3]))
(lambda: None)()
i = 0
i, l = 1, [0, 0, 0]
i, l[i] = 2, 9
print(i, l)
