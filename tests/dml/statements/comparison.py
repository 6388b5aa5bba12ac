"""Comparisons, None and constants, and their opposites."""

import datetime

import sqlalchemy as sa
from alembic import op

revision = "dml_comparison"
down_revision = None

users = sa.table(
    "users",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("age", sa.Integer),
    sa.column("active", sa.Boolean),
    sa.column("score", sa.Numeric),
    sa.column("joined", sa.DateTime),
)
orders = sa.table(
    "orders",
    sa.column("id", sa.Integer),
    sa.column("user_id", sa.Integer),
    sa.column("total", sa.Numeric(10, 2)),
    sa.column("status", sa.String),
)

STATEMENTS = {
    "equal": lambda: sa.select(users.c.id).where(users.c.age == 5),
    "not equal": lambda: sa.select(users.c.id).where(users.c.age != 5),
    "reflected": lambda: sa.select(users.c.id).where(5 < users.c.age),
    "less": lambda: sa.select(users.c.id).where(users.c.age < 5),
    "le": lambda: sa.select(users.c.id).where(users.c.age <= 5),
    "ge": lambda: sa.select(users.c.id).where(users.c.age >= 5),
    "none": lambda: sa.select(users.c.id).where(users.c.name == None),
    "not none": lambda: sa.select(users.c.id).where(users.c.name != None),
    "is none": lambda: sa.select(users.c.id).where(users.c.name.is_(None)),
    "is not none": lambda: sa.select(users.c.id).where(users.c.name.is_not(None)),
    "isnot old name": lambda: sa.select(users.c.id).where(users.c.name.isnot(None)),
    "is true": lambda: sa.select(users.c.id).where(users.c.active.is_(True)),
    "is not false": lambda: sa.select(users.c.id).where(
        users.c.active.is_not(sa.false())
    ),
    "equals true": lambda: sa.select(users.c.id).where(users.c.active == True),
    "equals sa.true": lambda: sa.select(users.c.id).where(users.c.active == sa.true()),
    "not equals false": lambda: sa.select(users.c.id).where(users.c.active != False),
    "less than none": lambda: sa.select(users.c.id).where(users.c.age < None),
    "less than true": lambda: sa.select(users.c.id).where(users.c.age > True),
    "opposite of equal": lambda: sa.select(users.c.id).where(~(users.c.age == 5)),
    "opposite of less": lambda: sa.select(users.c.id).where(sa.not_(users.c.age < 5)),
    "opposite of is none": lambda: sa.select(users.c.id).where(~users.c.name.is_(None)),
    "opposite of null": lambda: sa.select(users.c.id).where(~sa.null()),
    "column to column": lambda: sa.select(users.c.id).where(
        users.c.id == orders.c.user_id
    ),
    "between": lambda: sa.select(users.c.id).where(users.c.age.between(1, 5)),
    "not between": lambda: sa.select(users.c.id).where(~users.c.age.between(1, 5)),
    "sa between": lambda: sa.select(users.c.id).where(
        sa.between(users.c.age, 1, users.c.id)
    ),
    "distinct from": lambda: sa.select(users.c.id).where(
        users.c.age.is_distinct_from(5)
    ),
    "not distinct from": lambda: sa.select(users.c.id).where(
        users.c.age.is_not_distinct_from(None)
    ),
    "equals subquery": lambda: sa.select(users.c.id).where(
        users.c.id == sa.select(sa.func.max(orders.c.user_id)).scalar_subquery()
    ),
    "string column number": lambda: sa.select(users.c.id).where(users.c.name == 5),
    "number column string": lambda: sa.select(users.c.id).where(users.c.age == "x"),
    "untyped column": lambda: sa.select(users.c.id).where(sa.column("x") == "y"),
    "literal left": lambda: sa.select(users.c.id).where(
        sa.literal("a") == users.c.name
    ),
    "date value": lambda: sa.select(users.c.id).where(
        users.c.joined > datetime.datetime(2020, 1, 2, 3, 4, 5)
    ),
    "nested comparison": lambda: sa.select(users.c.id).where(
        (users.c.age > 5) == sa.true()
    ),
    "null constant": lambda: sa.select(users.c.id).where(users.c.name == sa.null()),
}


def upgrade():
    for name, make in STATEMENTS.items():
        op.execute("-- " + name)
        try:
            op.execute(make())
        except Exception as error:
            message = type(error).__name__ + ": " + str(error)
            op.execute(
                sa.text("error " + message.replace("\\", "\\\\").replace(":", "\\:"))
            )
