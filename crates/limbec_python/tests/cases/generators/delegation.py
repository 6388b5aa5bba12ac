class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("ret")
        return self.n
    def send(self, v):
        print("send", v); return next(self)
    def throw(self, *a):
        print("throw", a[0] if isinstance(a[0], type) else type(a[0])); raise a[0]
    def close(self): print("close")
def d():
    r = yield from It()
    print("r", r)
g = d()
print(next(g), g.send("x"), next(g))
try: next(g)
except StopIteration: print("end")
g = d(); next(g); g.close()
g = d(); next(g)
try: g.throw(KeyError("q"))
except KeyError as e: print("key", e)
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else:
        yield t
print(list(tree([1, [2, [3, [4]], 5], [[6]]])))
def acc():
    total = 0
    while (v := (yield total)) is not None:
        total += v
    return total
def outer(results):
    while True:
        results.append((yield from acc()))
res = []
o = outer(res); next(o)
for v in [1, 2, None, 3, None]: o.send(v)
print(res)
gen = (x * y for x in range(3) for y in "ab" if x)
print(next(gen), list(gen), gen.gi_frame, gen.__name__)
def lazy():
    print("start"); yield 1; print("mid"); yield 2; print("end")
l = lazy()
a, b = l
print(a, b)
print(sum(x for x in range(10) if x % 3 == 0), max((len(w), w) for w in "a bbb cc".split()))
x = 5
ge = (x for _ in range(2)); x = 6
print(list(ge))
first = (i for i in [1, 2, 3])
print(2 in first, list(first))
from itertools import islice
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n); yield n
        n += 1
print(list(islice(primes(), 10)))
print(dict(zip("abc", (i ** 2 for i in range(10)))))
