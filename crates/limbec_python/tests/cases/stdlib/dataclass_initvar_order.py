from dataclasses import InitVar, dataclass


@dataclass
class Base:
    id: int
    user: InitVar[str | None] = None
    plain: int = 1

    def __post_init__(self, user):
        self.seen = user


@dataclass
class More(Base):
    extra: str = "x"
    other: InitVar[int] = 0

    def __post_init__(self, user, other):
        super().__post_init__(user)
        self.sum = self.plain + other


made = More(1, "u", 5, "y", 7)
print(made, made.seen, made.sum)
print(More(id=2, user="v").seen, More(3))
