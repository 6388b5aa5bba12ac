def read(): yield from ["a=1", "# c", "b=2", "", "c=x"]
def clean(lines): return (l for l in lines if l and not l.startswith("#"))
def parse(lines):
    for l in lines:
        k, _, v = l.partition("=")
        try: yield k, int(v)
        except ValueError: yield k, None
print(dict(parse(clean(read()))))
def take(n, it):
    for i, x in enumerate(it):
        if i >= n: return
        yield x
def count(n=0):
    while True: yield n; n += 1
print(list(take(3, count(5))), list(take(2, "abc")))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n: yield tuple(buf); buf.pop(0)
print(list(window(range(5), 3)))
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flatten(y)
    else: yield x
print(list(flatten([1, [2, (3, [4])], 5])))
def coro():
    total, n = 0, 0
    while True:
        x = yield (total / n if n else None)
        if x is None: return total
        total += x; n += 1
c = coro(); next(c)
print(c.send(10), c.send(20))
try: c.send(None)
except StopIteration as e: print("total", e.value)
def chain(*its):
    for it in its: yield from it
print(list(chain("ab", [1], (x for x in "z"))))
def primes():
    found = []
    for n in count(2):
        if all(n % p for p in found): found.append(n); yield n
print(list(take(8, primes())))
g = (x * y for x in range(3) for y in range(x))
print(next(g), list(g), next(g, "done"))
def with_state():
    state = {"n": 0}
    def gen():
        while state["n"] < 3: state["n"] += 1; yield state["n"]
    return gen(), state
gen, st = with_state()
print(next(gen), st, list(gen), st)
def delegating():
    try: r = yield from inner()
    except KeyError: r = "caught"
    yield r
def inner():
    try: yield 1
    except ValueError: yield "inner handled"
    return "ret"
d = delegating(); print(next(d), d.throw(ValueError), next(d))
d = delegating(); print(next(d), d.throw(KeyError("x")))
print([(yield_, n) for n, yield_ in enumerate(take(2, count()))], sum(take(101, count())), sorted(chain([3], [1])), tuple(reversed(list(take(3, count())))))
import_free = {k: list(v) for k, v in {"a": take(1, count()), "b": window("xyz", 2)}.items()}
print(import_free, max(take(5, count()), key=lambda n: -abs(n - 2)), "".join(chain("a", "b")), *take(2, count()))
