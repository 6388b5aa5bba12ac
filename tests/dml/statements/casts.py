"""CAST, by type."""

import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql
from alembic import op

revision = "dml_casts"
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
    "integer": lambda: sa.select(sa.cast(users.c.name, sa.Integer)),
    "bigint": lambda: sa.select(sa.cast(users.c.name, sa.BigInteger)),
    "string": lambda: sa.select(sa.cast(users.c.name, sa.String)),
    "string 5": lambda: sa.select(sa.cast(users.c.name, sa.String(5))),
    "text": lambda: sa.select(sa.cast(users.c.name, sa.Text)),
    "boolean": lambda: sa.select(sa.cast(users.c.name, sa.Boolean)),
    "float": lambda: sa.select(sa.cast(users.c.name, sa.Float)),
    "numeric": lambda: sa.select(sa.cast(users.c.name, sa.Numeric(10, 2))),
    "date": lambda: sa.select(sa.cast(users.c.name, sa.Date)),
    "datetime": lambda: sa.select(sa.cast(users.c.name, sa.DateTime)),
    "timestamp": lambda: sa.select(sa.cast(users.c.name, sa.TIMESTAMP)),
    "time zone": lambda: sa.select(sa.cast(users.c.name, sa.DateTime(timezone=True))),
    "time": lambda: sa.select(sa.cast(users.c.name, sa.Time)),
    "binary": lambda: sa.select(sa.cast(users.c.name, sa.LargeBinary)),
    "json": lambda: sa.select(sa.cast(users.c.name, sa.JSON)),
    "uuid": lambda: sa.select(sa.cast(users.c.name, sa.Uuid)),
    "enum": lambda: sa.select(sa.cast(users.c.name, sa.Enum("a", "b", name="kind"))),
    "interval": lambda: sa.select(sa.cast(users.c.name, sa.Interval)),
    "jsonb": lambda: sa.select(sa.cast(users.c.name, postgresql.JSONB)),
    "array": lambda: sa.select(sa.cast(users.c.name, postgresql.ARRAY(sa.Integer))),
    "unsigned": lambda: sa.select(sa.cast(users.c.name, mysql.INTEGER(unsigned=True))),
    "smallint": lambda: sa.select(sa.cast(users.c.name, sa.SmallInteger)),
    "unicode": lambda: sa.select(sa.cast(users.c.name, sa.Unicode(3))),
    "collated": lambda: sa.select(sa.cast(users.c.name, sa.String(5, collation="C"))),
    "method": lambda: sa.select(users.c.name.cast(sa.Integer)),
    "labelled": lambda: sa.select(sa.cast(users.c.name, sa.Integer).label("n")),
    "in arithmetic": lambda: sa.select(sa.cast(users.c.name, sa.Integer) + 1),
    "of an expression": lambda: sa.select(sa.cast(users.c.age + 1, sa.String)),
    "of a literal": lambda: sa.select(sa.cast("5", sa.Integer)),
    "of a text literal": lambda: sa.select(sa.cast(5, sa.Integer)),
    "beside the column": lambda: sa.select(
        users.c.name, sa.cast(users.c.name, sa.Integer)
    ),
    "of a function": lambda: sa.select(sa.cast(sa.func.max(users.c.id), sa.String)),
    "of null": lambda: sa.select(sa.cast(None, sa.Integer)),
    "of a date": lambda: sa.select(sa.cast(datetime.date(2020, 1, 2), sa.Date)),
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
