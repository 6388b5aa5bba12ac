"""Values, typed and untyped."""

import datetime
import decimal
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite
from alembic import op

revision = "dml_literals"
down_revision = None


STATEMENTS = {
    "string": lambda: sa.select(sa.literal("it's")),
    "backslash": lambda: sa.select(sa.literal("a\\\\b")),
    "percent": lambda: sa.select(sa.literal("100%")),
    "colon": lambda: sa.select(sa.literal("a:b")),
    "unicode": lambda: sa.select(sa.literal("Привет")),
    "newline": lambda: sa.select(sa.literal("a\nb")),
    "int": lambda: sa.select(sa.literal(5)),
    "negative": lambda: sa.select(sa.literal(-5)),
    "big": lambda: sa.select(sa.literal(10**20)),
    "float": lambda: sa.select(sa.literal(0.1)),
    "exponent": lambda: sa.select(sa.literal(1e30)),
    "small float": lambda: sa.select(sa.literal(1e-7)),
    "decimal": lambda: sa.select(sa.literal(decimal.Decimal("1.50"))),
    "true": lambda: sa.select(sa.literal(True)),
    "none": lambda: sa.select(sa.literal(None)),
    "date": lambda: sa.select(sa.literal(datetime.date(2020, 1, 2))),
    "datetime": lambda: sa.select(sa.literal(datetime.datetime(2020, 1, 2, 3, 4, 5))),
    "microseconds": lambda: sa.select(
        sa.literal(datetime.datetime(2020, 1, 2, 3, 4, 5, 60))
    ),
    "time zone": lambda: sa.select(
        sa.literal(datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc))
    ),
    "time": lambda: sa.select(sa.literal(datetime.time(3, 4))),
    "uuid": lambda: sa.select(
        sa.literal(uuid.UUID("12345678-1234-5678-1234-567812345678"))
    ),
    "timedelta": lambda: sa.select(sa.literal(datetime.timedelta(days=1, seconds=5))),
    "bytes": lambda: sa.select(sa.literal(b"ab'c")),
    "bytes not text": lambda: sa.select(sa.literal(b"\\xff")),
    "list": lambda: sa.select(sa.literal([1, 2])),
    "int as string": lambda: sa.select(sa.literal(5, sa.String)),
    "string as int": lambda: sa.select(sa.literal("5", sa.Integer)),
    "bad string as int": lambda: sa.select(sa.literal("x", sa.Integer)),
    "float as int": lambda: sa.select(sa.literal(1.9, sa.Integer)),
    "int as numeric": lambda: sa.select(sa.literal(5, sa.Numeric)),
    "string as numeric": lambda: sa.select(sa.literal("5", sa.Numeric)),
    "bool as int": lambda: sa.select(sa.literal(True, sa.Integer)),
    "int as bool": lambda: sa.select(sa.literal(1, sa.Boolean)),
    "five as bool": lambda: sa.select(sa.literal(5, sa.Boolean)),
    "string as date": lambda: sa.select(sa.literal("2020-01-01", sa.Date)),
    "date as datetime": lambda: sa.select(
        sa.literal(datetime.date(2020, 1, 2), sa.DateTime)
    ),
    "datetime as date": lambda: sa.select(
        sa.literal(datetime.datetime(2020, 1, 2, 3, 4), sa.Date)
    ),
    "dict as json": lambda: sa.select(sa.literal({"a": 1}, sa.JSON)),
    "none as json": lambda: sa.select(sa.literal(None, sa.JSON)),
    "string as enum": lambda: sa.select(sa.literal("a", sa.Enum("a", "b", name="e"))),
    "string as uuid": lambda: sa.select(
        sa.literal("12345678-1234-5678-1234-567812345678", sa.Uuid(as_uuid=False))
    ),
    "string as real uuid": lambda: sa.select(
        sa.literal("12345678-1234-5678-1234-567812345678", sa.Uuid)
    ),
    "list as array": lambda: sa.select(
        sa.literal([1, 2], postgresql.ARRAY(sa.Integer))
    ),
    "strings as array": lambda: sa.select(
        sa.literal(["a", "b'"], postgresql.ARRAY(sa.Text))
    ),
    "inet": lambda: sa.select(sa.literal("1.2.3.4", postgresql.INET)),
    "longtext": lambda: sa.select(sa.literal("x", mysql.LONGTEXT)),
    "sqlite datetime": lambda: sa.select(
        sa.literal(
            datetime.datetime(2020, 1, 2), sqlite.DATETIME(truncate_microseconds=True)
        )
    ),
    "bindparam": lambda: sa.select(sa.bindparam("x", 5)),
    "bindparam typed": lambda: sa.select(sa.bindparam("x", "a", type_=sa.String)),
    "bindparam without value": lambda: sa.select(sa.bindparam("x", type_=sa.String)),
    "inline literal": lambda: sa.select(op.inline_literal("a")),
    "inline literal typed": lambda: sa.select(op.inline_literal(5, type_=sa.Integer)),
    "null": lambda: sa.select(sa.null()),
    "true false": lambda: sa.select(sa.true(), sa.false()),
    "literal column": lambda: sa.select(
        sa.literal_column("'a%b'"), sa.literal_column("5", sa.Integer) + 1
    ),
    "two binds": lambda: sa.select(
        sa.literal(1), sa.literal(2), sa.literal("a").label("x")
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
