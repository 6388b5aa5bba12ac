from dataclasses import dataclass
@dataclass
class P: x: int; y: int = 0
class M:
    __match_args__ = ("a",)
    def __init__(self, a): self.a = a
def f(v):
    match v:
        case 0 | 1 as n: return f"small {n}"
        case -1: return "minus one"
        case 1.5: return "float"
        case "a" "b": return "joined"
        case b"x": return "bytes"
        case None | True | False: return f"single {v}"
        case int(n) if n > 100: return f"big {n}"
        case int(): return "int"
        case str(s) if len(s) > 3: return f"long {s}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, *_, y] if x == y: return f"same ends {x}"
        case (1, [2, *rest]): return f"nested {rest}"
        case [_, _]: return "pair"
        case {"type": "p", "at": P(x=px)}: return f"point {px}"
        case {"k": [1, {"deep": d}], **rest}: return f"deep {d} {sorted(rest)}"
        case {}: return f"map {len(v)}"
        case P(1, y): return f"P1 {y}"
        case P(): return "P"
        case M("z"): return "M z"
        case M(a=[a, b]): return f"M {a} {b}"
        case _: return "other"
for v in (0, True, -1, 1.5, "ab", b"x", None, 500, 7, "long one", "abc", [], [5], (1, 2, 1), (1, [2, 3]), [1, 2], {"type": "p", "at": P(9)}, {"k": [1, {"deep": 0}], "q": 1, "r": 2}, {}, {"z": 1}, P(1, 5), P(2), M("z"), M([1, 2]), M(0), {1}, "ab"[:1], range(2), bytearray(b"x")):
    print(f(v))
try:
    match 5:
        case int(a, b): pass
except TypeError as e: print(e)
try:
    match M(1):
        case M(1, 2): pass
except TypeError as e: print(e)
match [1, 2, 3]:
    case [a, *mid] if a > 1: print("no")
    case [a, *mid]: print(a, mid)
x = 5
match x:
    case y: print(y)
