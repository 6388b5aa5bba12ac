# Fields that are only passed on keep their place among those of a base; classes with type parameters may be subscripted.
import re
from dataclasses import dataclass, InitVar


@dataclass
class Player:
    id: int
    name: str
    user: InitVar[str]
    other: InitVar[str | None] = None
    dummy: bool = False

    def __post_init__(self, user, other=None):
        self._user = (user, other)


@dataclass
class Counted(Player):
    hidden: str | None = None
    count: int = 0


made = Counted(1, "ann", "u", "o", True, "h", 3)
print(made, made._user)
print(Counted(id=2, name="bob", user="x"))


print(re.Pattern[str], list[re.Pattern[str]], re.Match[bytes])
print([hasattr(cls, "__class_getitem__") for cls in (re.Pattern, re.Match)])
