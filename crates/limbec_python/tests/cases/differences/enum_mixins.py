from enum import Enum, IntEnum, auto, StrEnum
import json
class S(str, Enum):
    A = "a"
    B = "b"
class I(IntEnum):
    ONE = 1
    TWO = auto()
class T(StrEnum):
    FOO = auto()
    BAR = "bar!"
print(S.A == "a", S.A, str(S.A), f"{S.A}", "%s" % S.A, S.A.upper(), json.dumps([S.A, I.TWO, T.FOO]), "x" + S.B, {S.A: 1}["a"], I.ONE < 2, I.TWO + 1, str(I.ONE), f"{I.ONE:03d}", repr(I.ONE), T.FOO, repr(T.BAR), f"{T.BAR:>6}", [1, 2, 3][I.ONE], S("b"), sorted([S.B, S.A]), format(S.A, ">3"), isinstance(S.A, str), "a" in [S.A], max(I), sum(I))
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def g(self): return round(self.mass / self.radius ** 2, 3)
print(Planet.EARTH.mass, Planet.MARS.g, Planet((0.64, 3.39)))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)
    X = auto()
    Y = auto()
print([m.value for m in Auto])
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "default" else None
print(Miss("default"))
try:
    Miss("other")
except ValueError as error:
    print(error)
E2 = Enum("E2", "P Q R")
E3 = Enum("E3", {"x": 10, "y": 20})
E4 = IntEnum("E4", ["a", "b"], start=5)
print(list(E2), list(E3), list(E4), E2.P.value)
