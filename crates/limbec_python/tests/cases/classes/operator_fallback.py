class Money:
    def __init__(self, n): self.n = n
    def __add__(self, o):
        if isinstance(o, Money): return Money(self.n + o.n)
        if isinstance(o, (int, float)): return Money(self.n + o)
        return NotImplemented
    __radd__ = __add__
    def __mul__(self, k): return Money(self.n * k) if isinstance(k, (int, float)) else NotImplemented
    def __eq__(self, o): return isinstance(o, Money) and self.n == o.n if isinstance(o, Money) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, Money) else NotImplemented
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"${self.n}"
    def __bool__(self): return bool(self.n)
    def __neg__(self): return Money(-self.n)
class Euro(Money):
    def __radd__(self, o): return "Euro.__radd__"
    def __repr__(self): return f"E{self.n}"
print(Money(1) + Money(2), Money(1) + 5, 5 + Money(1), sum([Money(1), Money(2)]), Money(2) * 3, -Money(1))
print(Money(1) + Euro(2), Euro(1) + Money(2), Money(1) == 1, Money(1) == Money(1), Money(1) != Euro(1), Money(1) < Money(2), max(Money(1), Euro(5)))
for f in [lambda: Money(1) + "x", lambda: "x" + Money(1), lambda: 3 * Money(1), lambda: Money(1) < 5, lambda: Money(1) - 1, lambda: [] + Money(1)]:
    try: print(f())
    except TypeError as e: print(e)
print(bool(Money(0)), Money(0) or "zero", sorted([Money(3), Money(1)]), {Money(1), Money(1)}, Money(1) in [Money(1)])
class Left:
    def __or__(self, o): return ("or", o)
    def __and__(self, o): return ("and", o)
    def __ror__(self, o): return ("ror", o)
    def __invert__(self): return "inv"
    def __getitem__(self, k): return ("item", k)
    def __rshift__(self, o): return ("rshift", o)
    def __imatmul__(self, o): return ("imatmul", o)
l = Left()
print(l | 1, 1 | l, l & 2, ~l, l[1:2, ...], l >> 3, l["a", "b"])
l @= 5
print(l)
class C:
    def __contains__(self, x): return x
    def __len__(self): return 0
print(1 in C(), 0 in C(), bool(C()), not C(), "yes" if C() else "no")
