"""Joins."""

import sqlalchemy as sa
from alembic import op

revision = "dml_joins"
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
    "join": lambda: sa.select(users.c.id).select_from(
        users.join(orders, users.c.id == orders.c.user_id)
    ),
    "outer join": lambda: sa.select(users.c.id).select_from(
        users.outerjoin(orders, users.c.id == orders.c.user_id)
    ),
    "full join": lambda: sa.select(users.c.id).select_from(
        users.outerjoin(orders, users.c.id == orders.c.user_id, full=True)
    ),
    "select join": lambda: sa.select(users.c.id, orders.c.total).join(
        orders, users.c.id == orders.c.user_id
    ),
    "select outer join": lambda: sa.select(users.c.id).outerjoin(
        orders, users.c.id == orders.c.user_id
    ),
    "join from": lambda: sa.select(users.c.id).join_from(
        users, orders, users.c.id == orders.c.user_id
    ),
    "isouter": lambda: sa.select(users.c.id).join(
        orders, users.c.id == orders.c.user_id, isouter=True
    ),
    "sa join": lambda: sa.select(sa.text("1")).select_from(
        sa.join(users, orders, users.c.id == orders.c.user_id)
    ),
    "chain": lambda: (
        lambda o: sa.select(users.c.id)
        .join(orders, users.c.id == orders.c.user_id)
        .join(o, o.c.id == orders.c.id)
    )(orders.alias("o2")),
    "nested right": lambda: (
        lambda o: sa.select(users.c.id).select_from(
            users.join(
                orders.join(o, o.c.id == orders.c.id), users.c.id == orders.c.user_id
            )
        )
    )(orders.alias("o2")),
    "join on and": lambda: sa.select(users.c.id).join(
        orders, sa.and_(users.c.id == orders.c.user_id, orders.c.total > 5)
    ),
    "join on truth": lambda: sa.select(users.c.id).join(orders, users.c.active),
    "join on text": lambda: sa.select(users.c.id).join(
        orders, sa.text("users.id = orders.user_id")
    ),
    "join on true": lambda: sa.select(users.c.id).join(orders, sa.true()),
    "cartesian": lambda: sa.select(users.c.id).where(
        users.c.id == orders.c.user_id, orders.c.total > 1
    ),
    "join a subquery": lambda: (
        lambda s: sa.select(users.c.name, s.c.n).join(s, s.c.user_id == users.c.id)
    )(
        sa.select(orders.c.user_id, sa.func.count().label("n"))
        .group_by(orders.c.user_id)
        .subquery()
    ),
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
