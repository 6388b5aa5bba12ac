import enum, json
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1
    def describe(self): return f"{self.name}={self.value}"
    @classmethod
    def default(cls): return cls.GREEN
    @property
    def low(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color.CRIMSON is Color.RED, Color("g"), Color["RED"], list(Color), Color.RED.describe(), Color.default(), Color.RED.low, len(Color), Color.__members__)
print(Color.RED in Color, Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 1}, isinstance(Color.RED, Color), type(Color.RED), hash(Color.RED) == hash("RED"), Color.RED.name, f"{Color.RED}", f"{Color.RED!r:>20}", bool(Color.RED))
for f in (lambda: Color("x"), lambda: Color["x"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 2), lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Status(str, Enum):
    NEW = "new"
    OLD = "old"
print(Status.NEW, str(Status.NEW), f"{Status.NEW}", "%s" % Status.NEW, Status.NEW == "new", Status.NEW.value, repr(Status.NEW), Status.NEW.upper(), json.dumps([Status.NEW]), "x" + Status.NEW, ", ".join(Status), Status("old"), {"new": 1}[Status.NEW], [s.value for s in Status])
class S2(StrEnum):
    FIRST = auto()
    SECOND_ONE = auto()
print(S2.FIRST, f"{S2.SECOND_ONE}", repr(S2.FIRST), S2.FIRST == "first")
class Num(IntEnum):
    ONE = 1
    TWO = auto()
    TEN = 10
    ELEVEN = auto()
print(Num.ONE, repr(Num.TWO), Num.TWO + 1, Num.TEN > 5, f"{Num.TEN}", "%d" % Num.TEN, sorted([Num.TEN, Num.ONE]), Num(11), json.dumps({"n": Num.TEN}), [10, 20, 30][Num.ONE], int(Num.TWO))
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
p = Perm.R | Perm.X
print(p, repr(p), p.value, Perm.R in p, Perm.W in p, Perm.RW, ~Perm.R, p & Perm.X, p ^ Perm.R, bool(Perm(0)), Perm(0), Perm(7), list(Perm), list(p), len(p), Perm.RW.name, p.name)
class IP(IntFlag):
    A = 1
    B = 2
print(IP.A | IP.B, IP.A | 8, repr(IP(3)), IP.A + 1, IP(0), 1 in IP if False else "", IP.A == 1)
try: Perm(16)
except ValueError as e: print(e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class Sub(Color): pass
except TypeError as e: print(e)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(Planet.MARS.mass, Planet.EARTH.value, Planet((0.64, 3.39)))
class Base(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower()
class Auto(Base):
    AA = auto()
    BB = auto()
print(list(Auto), [m.value for m in Auto])
class Miss(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, v): return cls.A if str(v).lower() == "a" else None
print(Miss("A"))
try: Miss("b")
except ValueError as e: print(e)
E = Enum("E", "X Y Z"); print(list(E), E.X.value, E.__name__)
E2 = Enum("E2", {"P": 10, "Q": "q"}, type=None); print(list(E2))
E3 = IntEnum("E3", [("A", 5), ("B", 6)]); print(E3.A + 1, list(E3))
class N(Enum):
    A = 1
    _ignore_ = ["tmp"]
    tmp = 5
    def __str__(self): return "custom " + self.name
    def __eq__(self, o): return self.name == getattr(o, "name", o)
    __hash__ = Enum.__hash__
print(N.A, f"{N.A}", N.A == "A", hasattr(N, "tmp"))
import copy; print(copy.deepcopy(Color.RED) is Color.RED, [c for c in reversed(Color)], Color._member_names_, Color._value2member_map_)
