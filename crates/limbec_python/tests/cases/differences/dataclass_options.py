from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)
    tags: list = field(default_factory=list)
print(V(1), V(1, 2) < V(1, 3), V(1, note="x") == V(1, note="y"), asdict(V(1, tags=[V(2)])), astuple(V(3)), replace(V(1), minor=9), [f.name for f in fields(V)], is_dataclass(V), is_dataclass(V(1)), V.__match_args__, V(1).tags is V(1).tags)
@dataclass(frozen=True)
class P:
    x: int
    y: int = 1
p = P(1)
print(hash(p) == hash(P(1, 1)), {p: 1}[P(1)])
for action in (lambda: setattr(p, "x", 2), lambda: delattr(p, "x"), lambda: V(), lambda: V(1, 2, 3, 4, 5), lambda: V(1, q=2), lambda: V(1) < 5, lambda: hash(V(1)), lambda: replace(p, z=1), lambda: asdict(5), lambda: fields(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
