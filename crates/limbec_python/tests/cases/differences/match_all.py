from dataclasses import dataclass
@dataclass
class Pt:
    x: int
    y: int
def f(v):
    match v:
        case None | True: return "none or true"
        case int(n) if n > 10: return f"big {n}"
        case 0 | 1 | 2 as small: return f"small {small}"
        case str() as s if len(s) > 3: return f"long {s}"
        case "a" | "b": return "letter"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"one then {rest}"
        case (a, (b, c)): return f"nest {a}{b}{c}"
        case [_, _, *_]: return "two or more"
        case {"k": v, **rest} if rest: return f"k {v} {rest}"
        case {"k": [p, *_]}: return f"klist {p}"
        case {}: return "mapping"
        case Pt(x=0, y=yy): return f"x0 {yy}"
        case Pt(a, b): return f"pt {a} {b}"
        case -5 | 1.5: return "num"
        case _: return "other"
for v in (None, True, 50, 1, "word", "a", [], [7], [1, 2, 3], (9, (8, 7)), [3, 4, 5], {"k": 1, "z": 2}, {"k": [4, 5]}, {"q": 1}, Pt(0, 3), Pt(1, 2), -5, 1.5, object, b"ab", {1}, range(2), "xy"):
    print(f(v))
