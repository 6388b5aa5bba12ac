from dataclasses import dataclass
from enum import Enum

class Kind(Enum):
    ADD = 1
    DROP = 2

@dataclass
class Op:
    kind: Kind
    table: str
    column: str | None = None

def told(op):
    match op:
        case Op(Kind.ADD, table, None):
            return f"create {table}"
        case Op(Kind.ADD, table, column) if column.startswith("_"):
            return f"hidden {table}{column}"
        case Op(kind=Kind.ADD, table=t, column=c):
            return f"add {t}.{c}"
        case {"op": "drop", "table": str(name), **rest}:
            return f"drop {name} {sorted(rest.items())}"
        case [("rename" | "move") as verb, [old, new]]:
            return f"{verb} {old} to {new}"
        case [first, *middle, last]:
            return f"{first}..{last} ({len(middle)})"
        case int() | float() as number if number > 0:
            return f"positive {number}"
        case "x" | "y":
            return "letter"
        case None:
            return "nothing"
        case bool(b):
            return f"bool {b}"
        case _:
            return f"other {type(op).__name__}"

for op in (Op(Kind.ADD, "t"), Op(Kind.ADD, "t", "_c"), Op(Kind.ADD, "t", "c"), Op(Kind.DROP, "t"), {"op": "drop", "table": "t", "cascade": True}, {"op": "drop", "table": 5}, ["rename", ["a", "b"]], ("move", ("a", "b")), [1, 2, 3], "ab", "x", 3, -1, 2.5, None, True, False, [], [1], {}, b"ab"):
    print(told(op))
