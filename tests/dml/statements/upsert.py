"""ON CONFLICT and ON DUPLICATE KEY."""

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from alembic import op

revision = "dml_upsert"
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
    "nothing": lambda: sqlite.insert(users).values(id=1).on_conflict_do_nothing(),
    "nothing on": lambda: sqlite.insert(users)
    .values(id=1)
    .on_conflict_do_nothing(index_elements=["id"]),
    "update": lambda: (
        lambda i: i.on_conflict_do_update(
            index_elements=[users.c.id], set_={"name": i.excluded.name}
        )
    )(sqlite.insert(users).values(id=1, name="a")),
    "update values": lambda: sqlite.insert(users)
    .values(id=1, name="a")
    .on_conflict_do_update(index_elements=["id"], set_=dict(name="b", age=None)),
    "update where": lambda: (
        lambda i: i.on_conflict_do_update(
            index_elements=["id"], set_={"name": i.excluded.name}, where=users.c.age > 5
        )
    )(sqlite.insert(users).values(id=1, name="a")),
    "update index where": lambda: (
        lambda i: i.on_conflict_do_update(
            index_elements=["id"],
            index_where=users.c.active == True,
            set_={"age": users.c.age + 1},
        )
    )(sqlite.insert(users).values(id=1)),
    "pg nothing": lambda: postgresql.insert(users)
    .values(id=1)
    .on_conflict_do_nothing(),
    "pg nothing on": lambda: postgresql.insert(users)
    .values(id=1)
    .on_conflict_do_nothing(index_elements=["id", "name"]),
    "pg constraint": lambda: postgresql.insert(users)
    .values(id=1)
    .on_conflict_do_nothing(constraint="users_pkey"),
    "pg update": lambda: (
        lambda i: i.on_conflict_do_update(
            index_elements=["id"], set_={"name": i.excluded.name, "age": 5}
        )
    )(postgresql.insert(users).values(id=1, name="a")),
    "pg update constraint": lambda: (
        lambda i: i.on_conflict_do_update(
            constraint="uq", set_=dict(name=sa.func.lower(i.excluded.name))
        )
    )(postgresql.insert(users).values(id=1, name="a")),
    "pg update rows": lambda: (
        lambda i: i.on_conflict_do_update(
            index_elements=["id"], set_={"name": i.excluded.name}
        )
    )(
        postgresql.insert(users).values(
            [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]
        )
    ),
    "pg update returning": lambda: (
        lambda i: i.on_conflict_do_update(
            index_elements=["id"], set_={"name": i.excluded.name}
        ).returning(users.c.id)
    )(postgresql.insert(users).values(id=1, name="a")),
    "pg index where": lambda: postgresql.insert(users)
    .values(id=1)
    .on_conflict_do_nothing(index_elements=["id"], index_where=users.c.age > 5),
    "mysql": lambda: mysql.insert(users)
    .values(id=1, name="a")
    .on_duplicate_key_update(name="b"),
    "mysql inserted": lambda: (
        lambda i: i.on_duplicate_key_update(name=i.inserted.name, age=users.c.age + 1)
    )(mysql.insert(users).values(id=1, name="a")),
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
