import sys
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def power(s): return [[]] if not s else [r + e for r in power(s[1:]) for e in ([], [s[0]])]
even = lambda n: True if n == 0 else odd(n - 1)
odd = lambda n: False if n == 0 else even(n - 1)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def flatten(x): return [y for e in x for y in (flatten(e) if isinstance(e, list) else [e])]
print(fact(30), len(hanoi(5)), hanoi(2), perms("abc"), power([1, 2]), even(50), odd(7), ack(2, 3), flatten([1, [2, [3, []]]]), sys.getrecursionlimit())
def depth(n):
    try: return depth(n + 1)
    except RecursionError: return n
print(depth(0) > 500)
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a))); print(Y(lambda r: lambda n: 1 if n < 2 else n * r(n - 1))(10))
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def total(self): return self.v + sum(k.total() for k in self.kids)
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
t = Node(1, Node(2, Node(3)), Node(4)); print(t.total(), list(t), max(t))
def countdown(n):
    if n == 0: raise ValueError("bottom")
    countdown(n - 1)
countdown(6)
