print([x for x in range(5) if x % 2], [(x, y) for x in range(2) for y in "ab"], [[j for j in range(i)] for i in range(3)])
print({x % 3 for x in range(9)} == {0, 1, 2}, {k: v for k, v in [("a", 1), ("b", 2)]}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(list(x * 2 for x in [1, 2]), sum(x for x in range(4)), tuple(i for i in "ab"), max((len(w), w) for w in ["a", "bb"]))
g = (print("eval", x) for x in [1, 2])
print("lazy")
next(g)
def f():
    k = 10
    return [k + i for i in range(3) if k > 5], {i: (lambda: i + k)() for i in range(2)}
print(f())
print([x for x in [y for y in range(3)] if x], [a for a, *b in [(1, 2, 3)]], [*range(3), *"ab"], (*[1], 2), {*[1], 2} == {1, 2})
print([(i, j) for i in range(3) if i for j in range(i) if j != 1])
print([x if x > 1 else -x for x in range(4)])
def outer():
    fs = [lambda: x for x in range(3)]
    return [f() for f in fs]
print(outer())
print([lambda: 1][0](), {"a": [1, 2, {"b": (3,)}]}["a"][2]["b"][0])
try:
    [1 / x for x in [1, 0]]
except ZeroDivisionError as e: print(e)
