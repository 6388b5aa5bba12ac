def compose(*fns):
    def run(x):
        for f in reversed(fns): x = f(x)
        return x
    return run
print(compose(str, lambda x: x + 1, abs)(-5))
ops = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "max": max}
print([ops[k](5, 3) for k in ops], list(map(ops.get, ["add", "zz"]))[1])
def curry(f, n): return f if n == 0 else lambda x: curry(lambda *a: f(x, *a), n - 1)
print(curry(lambda a, b, c: a + b + c, 3)(1)(2)(3)())
def memo(f):
    cache = {}
    def wrap(*a):
        if a not in cache: cache[a] = f(*a); wrap.calls += 1
        return cache[a]
    wrap.calls = 0
    wrap.cache = cache
    return wrap
@memo
def slow(n): return n if n < 2 else slow(n - 1) + slow(n - 2)
print(slow(30), slow.calls, len(slow.cache))
print(sorted(["b", "A", "c"], key=str.lower), sorted([(2, "a"), (1, "b")], key=lambda t: t[1]), max("apple", "fig", key=len), list(map(int.__add__, [1, 2], [3, 4])), list(map("{}-{}".format, [1, 2], "ab")))
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x): return x + self.n
print(list(map(Adder(10), [1, 2])), callable(Adder(1)), callable(Adder))
def apply(f, *a, **k): return f(*a, **k)
print(apply(print, 1, 2, sep=","), apply(dict, a=1), apply(sorted, [2, 1], reverse=True))
fs = []
for i in range(3):
    def f(i=i): return i * 10
    fs.append(f)
print([f() for f in fs], [f.__name__ for f in fs], fs[0] is fs[1])
print((lambda f: f(f, 5))(lambda self, n: 1 if n == 0 else n * self(self, n - 1)))
print(any(map(str.isdigit, "a1")), list(filter(str.isalpha, "a1b")), [*zip(*[iter(range(6))] * 2)])
