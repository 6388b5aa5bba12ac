"""UPDATE and DELETE."""

import sqlalchemy as sa
from alembic import op

revision = "dml_update_delete"
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
changing = sa.Table(
    "changing",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20)),
    sa.Column("changed", sa.DateTime, onupdate=sa.func.now()),
)

STATEMENTS = {
    "update": lambda: users.update().values(name="x"),
    "where": lambda: sa.update(users).where(users.c.id == 1).values(name="x", age=None),
    "order of the table": lambda: sa.update(users).values(age=1, name="x"),
    "ordered": lambda: sa.update(users).ordered_values(
        (users.c.age, 1), (users.c.name, "x")
    ),
    "expression": lambda: sa.update(users).values(age=users.c.age + 1),
    "function": lambda: sa.update(users).values(name=sa.func.lower(users.c.name)),
    "text": lambda: sa.update(users).values(name=sa.text("lower(name)")),
    "condition": lambda: sa.update(users).values(active=users.c.age > 5),
    "case": lambda: sa.update(users).values(
        name=sa.case((users.c.id == 1, "a"), else_=users.c.name)
    ),
    "subquery": lambda: sa.update(users).values(
        age=sa.select(sa.func.count(orders.c.id))
        .where(orders.c.user_id == users.c.id)
        .scalar_subquery()
    ),
    "op inline literal": lambda: sa.update(users)
    .where(users.c.name == op.inline_literal("a"))
    .values({"name": op.inline_literal("b")}),
    "dictionary with columns": lambda: sa.update(users).values({users.c.name: "x"}),
    "unknown column": lambda: sa.update(users).values(foo=1),
    "not active": lambda: sa.update(users).where(~users.c.active).values(active=True),
    "several where": lambda: sa.update(users)
    .where(users.c.id > 1)
    .where(users.c.name.is_(None))
    .values(active=sa.false()),
    "in": lambda: sa.update(users).where(users.c.id.in_([1, 2])).values(name=None),
    "from": lambda: sa.update(users)
    .where(users.c.id == orders.c.user_id)
    .values(name=orders.c.status),
    "from alias": lambda: (
        lambda o: sa.update(users)
        .where(users.c.id == o.c.user_id)
        .values(name=o.c.status)
    )(orders.alias("o")),
    "returning": lambda: sa.update(users).values(name="x").returning(users.c.id),
    "correlated exists": lambda: sa.update(users)
    .where(sa.exists().where(orders.c.user_id == users.c.id))
    .values(active=True),
    "schema": lambda: (lambda t: sa.update(t).where(t.c.a == 1).values(a=2))(
        sa.table("t", sa.column("a", sa.Integer), schema="s")
    ),
    "bindparam": lambda: sa.update(users)
    .where(users.c.id == sa.bindparam("b_id", 5))
    .values(name="x"),
    "cte": lambda: (
        lambda c: sa.update(users)
        .where(users.c.id.in_(sa.select(c.c.user_id)))
        .values(name="x")
    )(sa.select(orders.c.user_id).cte("c")),
    "no values": lambda: sa.update(users),
    "onupdate": lambda: sa.update(changing).values(name="x"),
    "json value": lambda: sa.update(sa.table("t", sa.column("j", sa.JSON))).values(
        j=sa.text("'{}'")
    ),
    "cast": lambda: sa.update(users).values(name=sa.cast(users.c.age, sa.String)),
    "concat": lambda: sa.update(users).values(name=users.c.name + "!"),
    "boolean to text": lambda: sa.update(users)
    .where(users.c.active == sa.false())
    .values(active=sa.true()),
    "delete": lambda: users.delete(),
    "delete where": lambda: sa.delete(users).where(users.c.id == 1),
    "delete in select": lambda: sa.delete(users).where(
        users.c.id.in_(sa.select(orders.c.user_id))
    ),
    "delete exists": lambda: sa.delete(users).where(
        ~sa.exists().where(orders.c.user_id == users.c.id)
    ),
    "delete using": lambda: sa.delete(users).where(users.c.id == orders.c.user_id),
    "delete returning": lambda: sa.delete(users)
    .where(users.c.id == 1)
    .returning(users.c.id),
    "delete and or": lambda: sa.delete(users).where(
        sa.or_(users.c.id == 1, users.c.name == None)
    ),
    "delete schema": lambda: (lambda t: sa.delete(t).where(t.c.a == 1))(
        sa.table("t", sa.column("a", sa.Integer), schema="s")
    ),
    "delete truth": lambda: sa.delete(users).where(users.c.active),
    "delete quoted": lambda: (lambda t: sa.delete(t).where(t.c["Group"] == 1))(
        sa.table("User", sa.column("Group", sa.Integer))
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
