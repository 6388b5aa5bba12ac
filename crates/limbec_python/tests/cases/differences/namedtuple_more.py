from collections import namedtuple
from typing import NamedTuple
P = namedtuple("P", "x y", defaults=[5])
class Q(NamedTuple):
    a: int
    b: str = "z"
    def both(self): return f"{self.a}{self.b}"
p = P(1)
print(p, p._asdict(), p._replace(x=9), P._fields, P._make([1, 2]), p == (1, 5), p + (1,), P._field_defaults, Q(1), Q(1).both(), Q.__annotations__["a"].__name__, hash(p) == hash((1, 5)), [*p], p[0], p.index(5), namedtuple("R", ["def", "a", "a"], rename=True)._fields)
x, y = p
for action in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: p._replace(q=1), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "def"), lambda: namedtuple("B", "_a"), lambda: P._make([1]), lambda: namedtuple("1B", "a")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
