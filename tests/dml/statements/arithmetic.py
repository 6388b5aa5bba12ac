"""Arithmetic, its parentheses and its types."""

import datetime

import sqlalchemy as sa
from alembic import op

revision = "dml_arithmetic"
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
    "add": lambda: sa.select(users.c.age + 1),
    "radd": lambda: sa.select(1 + users.c.age),
    "precedence": lambda: sa.select((users.c.age + 1) * 2),
    "left to right": lambda: sa.select(users.c.age - (users.c.id - 1)),
    "associative": lambda: sa.select(users.c.age + (users.c.id + 1)),
    "product of sums": lambda: sa.select((users.c.age + 1) * (users.c.id - 2)),
    "division": lambda: sa.select(users.c.age / 2),
    "division of numerics": lambda: sa.select(users.c.score / users.c.age),
    "division by a float": lambda: sa.select(users.c.age / 2.5),
    "floor division": lambda: sa.select(users.c.age // 2),
    "floor division of numerics": lambda: sa.select(users.c.score // 2),
    "modulo": lambda: sa.select(users.c.age % 2),
    "negative": lambda: sa.select(-users.c.age),
    "negative sum": lambda: sa.select(-(users.c.age + 1)),
    "double negative": lambda: sa.select(-(-users.c.age)),
    "sum in comparison": lambda: sa.select(users.c.age + 1 > 5),
    "comparison in sum": lambda: sa.select((users.c.age > 5) + 1),
    "bitwise and": lambda: sa.select(users.c.age.bitwise_and(3)),
    "bitwise or": lambda: sa.select(users.c.age.bitwise_or(3)),
    "bitwise xor": lambda: sa.select(users.c.age.bitwise_xor(3)),
    "bitwise not": lambda: sa.select(users.c.age.bitwise_not()),
    "shift": lambda: sa.select(users.c.age.bitwise_lshift(3)),
    "custom": lambda: sa.select(users.c.age.op("&")(4)),
    "custom in comparison": lambda: sa.select(users.c.age.op("&")(4) == 0),
    "custom precedence": lambda: sa.select(users.c.age.op("&", precedence=10)(4) == 0),
    "custom comparison": lambda: sa.select(
        users.c.name.op("~", is_comparison=True)("x")
    ),
    "not custom comparison": lambda: sa.select(
        ~users.c.name.op("~", is_comparison=True)("x")
    ),
    "bool op": lambda: sa.select(users.c.name.bool_op("~")("x")),
    "custom percent": lambda: sa.select(users.c.name.op("%>")("x")),
    "power of function": lambda: sa.select(sa.func.power(users.c.age, 2) + 1),
    "date minus interval": lambda: sa.select(
        users.c.joined - datetime.timedelta(days=1)
    ),
    "dates": lambda: sa.select(users.c.joined - users.c.joined),
    "label inside": lambda: sa.select(users.c.age.label("x") + 1),
    "subquery inside": lambda: sa.select(
        sa.select(sa.func.count()).select_from(orders).scalar_subquery() + 1
    ),
    "modulo and product": lambda: sa.select(users.c.age * 2 % 3),
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
