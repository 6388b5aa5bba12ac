#!/usr/bin/env python3
"""Write random statements, and what Alembic prints for them.

    python tests/dml/random_statements.py SEED COUNT FOLDER

FOLDER gets a revision script, `statements.py`, and one file of SQL for each dialect, `sqlite.sql` and so on.
The same seed makes the same statements.
"""

import pathlib
import random
import sys
import warnings

import record

SCRIPT = '''"""Random statements."""
import sqlalchemy as sa
from alembic import op

revision = "random"
down_revision = None

t = sa.table(
    "t",
    sa.column("id", sa.Integer),
    sa.column("n", sa.Integer),
    sa.column("s", sa.String),
    sa.column("b", sa.Boolean),
    sa.column("f", sa.Float),
    sa.column("x", sa.Numeric),
    sa.column("d", sa.DateTime),
    sa.column("j", sa.JSON),
)
u = sa.table(
    "u",
    sa.column("id", sa.Integer),
    sa.column("t_id", sa.Integer),
    sa.column("s", sa.String),
    sa.column("b", sa.Boolean),
)
a = t.alias("a")
z = u.alias()

STATEMENTS = [
%s
]


def upgrade():
    for index, make in enumerate(STATEMENTS):
        op.execute("-- %%d" %% index)
        try:
            op.execute(make())
        except Exception as error:
            message = type(error).__name__ + ": " + str(error)
            op.execute(sa.text("error " + message.replace(":", "\\\\:")))
'''

NUMBERS = ["t.c.n", "t.c.id", "u.c.id", "a.c.n", "z.c.id", "t.c.f", "t.c.x"]
NUMBERS += ["sa.literal(5)", "sa.column('q', sa.Integer)"]
STRINGS = ["t.c.s", "u.c.s", "a.c.s", "sa.literal('it')", "sa.column('w', sa.String)"]
CONDITIONS = ["t.c.b", "u.c.b", "(t.c.n == 1)", "t.c.s.is_(None)", "(t.c.n > u.c.id)"]
CONDITIONS += ["t.c.s.like('a%%')".replace("%%", "%")]
COMPARISONS = ["==", "!=", "<", "<=", ">", ">="]
MATCHES = ["like", "ilike", "contains", "startswith", "endswith", "icontains", "not_like"]


class Generator:
    """Python expressions that make SQL expressions, `depth` operators deep."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, makers):
        return self.random.choice(makers)()

    def number(self, depth):
        if depth <= 0 or self.random.random() < 0.35:
            return self.random.choice(NUMBERS)
        n, s, c = self.number, self.string, self.condition
        d = depth - 1
        small = self.random.randint(0, 9)
        return self.pick(
            [
                lambda: f"({n(d)} + {n(d)})",
                lambda: f"({n(d)} - {n(d)})",
                lambda: f"({n(d)} * {n(d)})",
                lambda: f"({n(d)} / {n(d)})",
                lambda: f"({n(d)} // 2)",
                lambda: f"({n(d)} % 3)",
                lambda: f"(-{n(d)})",
                lambda: f"({small} - {n(d)})",
                lambda: f"sa.func.coalesce({n(d)}, {small})",
                lambda: f"sa.func.length({s(d)})",
                lambda: f"sa.case(({c(d)}, {n(d)}), else_={n(d)})",
                lambda: f"sa.cast({s(d)}, sa.Integer)",
                lambda: f"{n(d)}.op('&')({n(d)})",
                lambda: f"sa.func.max({n(d)}).over(partition_by={n(d)}, order_by={s(d)}.desc())",
                lambda: "sa.select(sa.func.count(u.c.id)).where(u.c.t_id == t.c.id).scalar_subquery()",
                lambda: f"{n(d)}.label('lb')",
                lambda: f"sa.func.count().filter({c(d)})",
                lambda: f"sa.type_coerce({n(d)}, sa.Integer)",
                lambda: "t.c.j['k'].as_integer()",
                lambda: "sa.extract('year', t.c.d)",
                lambda: f"{n(d)}.bitwise_or({n(d)})",
                lambda: f"sa.func.sum({n(d)})",
            ]
        )

    def string(self, depth):
        if depth <= 0 or self.random.random() < 0.4:
            return self.random.choice(STRINGS)
        n, s, c = self.number, self.string, self.condition
        d = depth - 1
        return self.pick(
            [
                lambda: f"({s(d)} + {s(d)})",
                lambda: f"({s(d)} + 'z')",
                lambda: f"sa.func.lower({s(d)}, type_=sa.String)",
                lambda: f"sa.cast({n(d)}, sa.String(9))",
                lambda: f"sa.case(({c(d)}, {s(d)}), ({c(d)}, 'k'), else_={s(d)})",
                lambda: f"sa.func.coalesce({s(d)}, 'd')",
                lambda: f"{s(d)}.collate('C')",
                lambda: "t.c.j['k'].as_string()",
                lambda: f"{s(d)}.label('sl')",
            ]
        )

    def condition(self, depth):
        if depth <= 0 or self.random.random() < 0.15:
            return self.random.choice(CONDITIONS)
        n, s, c = self.number, self.string, self.condition
        d = depth - 1
        comparison = self.random.choice(COMPARISONS)
        match = self.random.choice(MATCHES)
        value = self.random.choice(["None", "5", "True"])
        return self.pick(
            [
                lambda: f"sa.and_({c(d)}, {c(d)})",
                lambda: f"sa.or_({c(d)}, {c(d)})",
                lambda: f"sa.and_({c(d)}, {c(d)}, sa.or_({c(d)}, {c(d)}))",
                lambda: f"sa.and_({c(d)}, sa.true())",
                lambda: f"sa.or_({c(d)}, sa.false(), {c(d)})",
                lambda: f"(~{c(d)})",
                lambda: f"sa.not_({c(d)})",
                lambda: f"({n(d)} {comparison} {n(d)})",
                lambda: f"({n(d)} == {value})",
                lambda: f"({s(d)} == 'v')",
                lambda: f"{n(d)}.in_([1, 2])",
                lambda: f"{s(d)}.not_in(['x'])",
                lambda: f"{s(d)}.{match}('p')",
                lambda: f"{n(d)}.between(1, {n(d)})",
                lambda: f"sa.exists().where({c(d)})",
                lambda: f"{n(d)}.in_(sa.select(u.c.id).where({c(d)}))",
                lambda: f"{s(d)}.is_not(None)",
                lambda: f"{n(d)}.op('@>', is_comparison=True)({n(d)})",
                lambda: f"sa.func.ok({n(d)}, type_=sa.Boolean)",
                lambda: f"({c(d)} & {c(d)})",
                lambda: f"({c(d)} | {c(d)})",
                lambda: f"sa.select(u.c.id).where({c(d)}).exists()",
                lambda: f"({n(d)} == sa.any_(sa.select(u.c.id).scalar_subquery()))",
                lambda: f"sa.tuple_({n(d)}, {s(d)}).in_([(1, 'a')])",
            ]
        )

    def select(self):
        depth = self.random.randint(1, 4)
        makers = [self.number, self.string, self.condition]
        columns = [
            self.random.choice(makers)(self.random.randint(0, depth))
            for _ in range(self.random.randint(1, 3))
        ]
        text = f"sa.select({', '.join(dict.fromkeys(columns))})"
        for _ in range(self.random.randint(0, 2)):
            text += f".where({self.condition(depth)})"
        if self.random.random() < 0.2:
            text += f".group_by({self.number(1)}).having({self.condition(1)})"
        if self.random.random() < 0.3:
            order = [f"{self.number(1)}.desc()", f"{self.number(1)}.asc().nulls_last()"]
            text += f".order_by({self.random.choice(order)})"
        if self.random.random() < 0.2:
            text += ".limit(5)"
        if self.random.random() < 0.1:
            text += ".distinct()"
        around = self.random.random()
        if around < 0.15:
            return f"sa.select({text}.subquery())"
        if around < 0.25:
            return f"sa.select({text}.cte('c'))"
        return text

    def statement(self):
        kind = self.random.random()
        depth = self.random.randint(1, 4)
        n, s, c = self.number, self.string, self.condition
        if kind < 0.55:
            return self.select()
        if kind < 0.7:
            return f"sa.update(t).where({c(depth)}).values(n={n(depth)}, s={s(depth)})"
        if kind < 0.8:
            return f"sa.update(t).values(b={c(depth)})"
        if kind < 0.9:
            return f"sa.delete(t).where({c(depth)})"
        return f"sa.insert(t).values(n={n(depth)}, s={s(1)}, b={c(1)})"


def main(seed, count, folder):
    warnings.simplefilter("ignore")
    generator = Generator(int(seed))
    lines = [f"    lambda: {generator.statement()}," for _ in range(int(count))]
    path = pathlib.Path(folder) / "statements.py"
    path.write_text(SCRIPT % "\n".join(lines), encoding="utf-8")
    for dialect in ("sqlite", "postgresql", "mysql"):
        text = record.render(path, dialect, literal_binds=True)
        path.with_name(f"{dialect}.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
