def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None: print("got", got)
        i += 1
    return "done"
g = count(3)
print(next(g), g.send("a"), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, repr(e))
def deleg():
    r = yield from count(2)
    print("result", r)
    yield "after"
print(list(deleg()))
def cleanup():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("closed")
g = cleanup()
next(g)
g.close()
g.close()
def thrower():
    while True:
        try:
            x = yield "ready"
            print("x", x)
        except ValueError as e:
            print("caught", e)
            yield "handled"
g = thrower()
print(next(g), g.throw(ValueError("boom")), next(g))
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print([x for x, _ in zip(fib(), range(10))])
def bad():
    yield 1
    raise StopIteration("x")
try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def multi():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = [(yield 3), (yield 4)]
    print(y, (yield 5) or "none")
    if (yield 6): print("true")
    while (yield 7): print("loop")
    print(f"{(yield 8)}-{(yield 9)}")
    return (yield 10)
g = multi()
sent = [None, 10, 20, "a", "b", None, True, True, False, "p", "q", "end"]
out = []
try:
    for s in sent: out.append(g.send(s))
except StopIteration as e:
    print("ret", e.value)
print(out)
def in_finally():
    try:
        yield 1
    finally:
        yield 2
print(list(in_finally()))
def nested_try():
    for i in range(2):
        try:
            yield i
        except ValueError:
            yield "v"
g = nested_try()
print(next(g), g.throw(ValueError), next(g))
g = (x for x in range(3))
print(next(g), list(g), list(g), next(g, "default"))
try:
    count(1).send(5)
except TypeError as e: print(e)
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
print(type(g).__name__, count.__name__, g.__name__)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), [*It()], sum(It()))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq())
print(list(iter(iter([1, 2, 3, 4]).__next__, 3)))
