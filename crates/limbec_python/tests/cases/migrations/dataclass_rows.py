from dataclasses import asdict, astuple, dataclass, field, fields, replace

@dataclass(order=True)
class Row:
    id: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)
    active: bool = True

@dataclass(frozen=True, slots=True)
class Key:
    schema: str
    table: str

    def __str__(self):
        return f"{self.schema}.{self.table}"

rows = [Row(2, "b"), Row(1, "z", ["x"]), Row(1, "a", active=False)]
print(sorted(rows), asdict(rows[1]), astuple(rows[0]), replace(rows[0], name="q"), [f.name for f in fields(Row)])
print({Key("public", "t"): 1}[Key("public", "t")], str(Key("a", "b")), Key("a", "b") == Key("a", "b"), Row(1, "x") == Row(1, "y"))
for what in (lambda: setattr(Key("a", "b"), "table", "c"), lambda: Row(), lambda: Row(1, "a") < 3, lambda: Row(1, "a", nope=1)):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
