from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, InitVar, KW_ONLY, make_dataclass, MISSING
from typing import ClassVar, Optional
@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list, compare=False)
    hidden: str = field(default="h", repr=False)
    count: ClassVar[int] = 0
    def total(self): return self.x + self.y
p = P(1); print(p, p == P(1), p == P(2), p != P(1), asdict(p), astuple(p), p.total(), P(1).tags is P(1).tags, replace(p, y=9), [f.name for f in fields(p)], is_dataclass(P), is_dataclass(p), P.__match_args__)
for f in (lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(z=1), lambda: p < p, lambda: hash(p), lambda: replace(p, zz=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = "b"
v = V(1); print(hash(v) == hash(V(1)), {v: 1}[V(1)], v < V(2), sorted([V(3), V(1)]), V(1, "a") <= V(1, "b"))
for f in (lambda: setattr(v, "a", 2), lambda: delattr(v, "a"), lambda: v < 5):
    try: f()
    except Exception as e: print(type(e).__name__, e)
@dataclass
class Post:
    raw: InitVar[str]
    parsed: int = field(init=False)
    _: KW_ONLY = None
    flag: bool = False
    def __post_init__(self, raw): self.parsed = int(raw)
print(Post("5", flag=True))
try: Post("5", True)
except TypeError as e: print(e)
@dataclass
class Child(P):
    y: int = 5
    z: str = "z"
print(Child(1), [f.name for f in fields(Child)], Child.__mro__[1].__name__, Child(1) == P(1))
try:
    @dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: list = []
except ValueError as e: print(e)
@dataclass(eq=False)
class NoEq: a: int
print(NoEq(1) == NoEq(1), hash(NoEq(1)) != 0)
@dataclass(repr=False, unsafe_hash=True)
class H: a: int = 1
print(hash(H()) == hash(H()))
@dataclass(slots=True)
class Slot: a: int = 1
try: Slot().b = 2
except AttributeError as e: print(e)
@dataclass(kw_only=True)
class KW:
    a: int
    b: Optional["KW"] = None
k = KW(a=1, b=KW(a=2)); print(k, asdict(k), asdict(k, dict_factory=lambda kv: sorted(kv)))
M = make_dataclass("M", [("x", int), ("y", int, field(default=3))], bases=(), namespace={"s": lambda self: self.x + self.y}); print(M(1), M(1).s())
@dataclass
class Nest:
    items: list[P]
    by: dict[str, P]
print(asdict(Nest([P(1)], {"k": P(2)})), astuple(Nest([P(1)], {})))
class Meta: pass
@dataclass
class WithProp:
    name: str = field(metadata={"max": 5})
    def __str__(self): return self.name
print(WithProp("n"), f"{WithProp('n')!r}", fields(WithProp)[0].metadata["max"], fields(WithProp)[0].type, fields(WithProp)[0].default is MISSING)
match P(1, 2):
    case P(x=1, y=yy): print("match", yy)
match V(7):
    case V(a, "b"): print("pos", a)
@dataclass
class Rec: me: "Rec" = None
r = Rec(); r.me = r; print(r)
try: fields(5)
except TypeError as e: print(e)
try: asdict(5)
except TypeError as e: print(e)
