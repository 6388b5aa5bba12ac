data = [3, 8, 1, 9]
print([y for x in data if (y := x * 2) > 5], y, [last := v for v in data], last, any((hit := v) > 7 for v in data), hit)
while (n := data.pop()) > 1: print("popped", n)
print(data, n, (a := 1, b := a + 1), a, b, {k: (v := k * k) for k in range(3)}, v)
def f():
    total = 0
    out = [total := total + x for x in range(4)]
    return out, total
print(f(), [[j for j in range(i)] for i in range(3)], [i for i in range(3) for i in "ab"][:3], {x % 2 for x in range(5)}, [(x, y) for x in range(2) for y in range(x, 2) if x != y])
x = "outer"; print([x for x in range(2)], x, [x for _ in range(1)])
g = ((i, j) for i in range(2) for j in range(2)); print(next(g), list(g))
print({**{k: 1 for k in "ab"}, **{k: 2 for k in "b"}}, dict((k, len(k)) for k in ("a", "bb")), max((len(w), w) for w in ["x", "yy"]), [*(c.upper() for c in "ab")], ",".join(str(i) for i in range(3)), sum(i for i in range(4)), sorted({c for c in "hello"}))
try: [z for q in 5]
except TypeError as e: print(e)
try: [undefined for q in [1]]
except NameError as e: print(e)
print([f"{k}={v}" for k, v in {"a": 1}.items()], [a if a else "none" for a in (0, 1)], [[1, 2], [3]][0][-1], [lambda: i for i in range(2)][0](), (lambda: [w := 3, w])())
