from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
class Q:
    __match_args__ = ("a",)
    def __init__(self, a):
        self.a = a
def f(v):
    match v:
        case {"type": "p", "value": val, **rest}:
            return val, rest
        case {}:
            return "mapping"
        case P(x=0):
            return "zero"
        case P(x, y) if x == y:
            return "diagonal"
        case P(x=px, y=py):
            return px, py
        case Q(int(n)):
            return "q", n
        case int(n) | float(n):
            return n
print([f(v) for v in ({"type": "p", "value": 1, "z": 2}, {"a": 1}, P(0, 5), P(2, 2), P(1, 2), Q(5), Q("x"), 4, 2.5)])
