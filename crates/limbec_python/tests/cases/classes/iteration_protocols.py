class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountIter(self.n)
    def __reversed__(self): return iter(range(1, self.n + 1))
    def __len__(self): return self.n
class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(list(c), list(c), list(reversed(c)), [*c], max(c), 2 in c, sorted(c), list(zip(c, c)), dict(enumerate(c)), sum(c), tuple(c), set(c) == {1, 2, 3})
a, *b = c
print(a, b, len(c))
it = iter(c)
for x in it:
    print(x, next(it, None))
class OldStyle:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return [self[j] for j in range(*i.indices(len(self)))]
        if not 0 <= i < 3: raise IndexError(i)
        return "abc"[i]
o = OldStyle()
print(list(o), o[0:2], "b" in o, list(reversed(o)), "-".join(o), [x for x in o])
class Gen:
    def __iter__(self):
        yield 1
        yield from [2, 3]
print(list(Gen()), dict(zip("ab", Gen())), any(x > 2 for x in Gen()))
class BadIter:
    def __iter__(self): return 5
for f in [lambda: list(BadIter()), lambda: iter(5), lambda: next(5), lambda: [*5], lambda: list(None), lambda: sum(5), lambda: dict(5), lambda: set(None), lambda: tuple(1.5), lambda: ",".join(5), lambda: sorted(None), lambda: max(5), lambda: zip(5), lambda: map(5), lambda: {**5}, lambda: print(*5)]:
    try: print(f())
    except TypeError as e: print(e)
class Mapping:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
print({**Mapping()}, dict(Mapping()), (lambda **k: k)(**Mapping()))
def endless():
    n = 0
    while True: yield n; n += 1
print([x for _, x in zip(range(3), endless())], next(x for x in endless() if x > 5))
