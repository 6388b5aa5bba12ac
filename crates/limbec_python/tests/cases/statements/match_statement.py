def m(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "one-two"
        case -1: return "minus"
        case "s": return "str s"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [a]: return f"one {a}"
        case [a, b] if a == b: return f"same {a}"
        case [1, *rest]: return f"1 then {rest}"
        case (a, *_, z): return f"{a}..{z}"
        case {"type": "x", "v": v}: return f"typed {v}"
        case {"k": [p, q], **rest}: return f"k {p} {q} {rest}"
        case {}: return "mapping"
        case int(n) if n > 100: return f"big {n}"
        case float() | bytes() if x: return "float"
        case str(s): return f"str {s}"
        case _: return "other"
for v in [0, 1, 2, -1, "s", None, True, [], [5], (3, 3), [1, 2, 3], (7, 8, 9), {"type": "x", "v": 1}, {"k": [1, 2], "z": 3}, {"a": 1}, 500, 50, 1.5, "text", {1, 2}, b"x", range(2)]:
    print(repr(v), "->", m(v))
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Color:
    RED = 1
    BLUE = 2
def p(o):
    match o:
        case P(0, 0): return "origin"
        case P(x=0, y=yy): return f"on y {yy}"
        case P(x, y) as whole if x == y: return f"diag {whole.x}"
        case P(): return "point"
        case Color.RED: return "red"
        case Color.BLUE: return "blue"
        case [P(a, b), P(c, d)]: return (a, b, c, d)
for o in [P(0, 0), P(0, 5), P(2, 2), P(1, 2), 1, 2, [P(1, 2), P(3, 4)], "none"]:
    print(p(o))
match 1, "a":
    case int(), str() as s:
        print("tuple", s)
