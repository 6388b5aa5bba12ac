"""Values of every kind, written and read back."""

import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from alembic import op

revision = "online_values"
down_revision = None


class Kind(enum.Enum):
    one = "1"
    two = "2"


def show(table):
    """How the database holds the rows, type by type."""
    conn = op.get_bind()
    for column in table.c:
        rows = conn.execute(
            sa.text(
                f"SELECT typeof({column.name}), quote({column.name}) FROM {table.name}"
            )
        )
        print(column.name, [tuple(row) for row in rows])


def upgrade():
    table = op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("s", sa.String(50)),
        sa.Column("b", sa.Boolean),
        sa.Column("n", sa.Numeric(10, 2)),
        sa.Column("f", sa.Float),
        sa.Column("d", sa.Date),
        sa.Column("dt", sa.DateTime),
        sa.Column("tm", sa.Time),
        sa.Column("j", sa.JSON),
        sa.Column("u", sa.Uuid),
        sa.Column("k", sa.Enum(Kind)),
        sa.Column("iv", sa.Interval),
        sa.Column("bl", sa.LargeBinary),
        sa.Column("st", sa.String, default="by default"),
    )
    full = {
        "id": 1,
        "s": "it's 100% \\ :x",
        "b": True,
        "n": decimal.Decimal("1.50"),
        "f": 0.1,
        "d": datetime.date(2020, 1, 2),
        "dt": datetime.datetime(2020, 1, 2, 3, 4, 5, 6),
        "tm": datetime.time(1, 2, 3),
        "j": {"a": [1, None, "é"]},
        "u": uuid.UUID(int=5),
        "k": Kind.two,
        "iv": datetime.timedelta(days=1, seconds=3),
        "bl": b"\x00\xff",
    }
    empty = dict.fromkeys(full)
    empty["id"] = 2
    op.bulk_insert(table, [full, empty])
    op.bulk_insert(table, [{"id": 3, "s": "one row", "j": [1]}])
    op.bulk_insert(
        table,
        [
            {"id": 4, "s": op.inline_literal("inline")},
            {"id": 5, "s": sa.func.lower("ZZ")},
        ],
        multiinsert=False,
    )
    op.execute(table.insert().values(id=6, dt=datetime.datetime(2021, 1, 1), j=None))
    op.execute(table.insert().values([{"id": 7, "s": "a"}, {"id": 8, "s": "b"}]))
    conn = op.get_bind()
    conn.execute(
        sa.text("INSERT INTO t (id, dt, d, b, s) VALUES (:id, :dt, :d, :b, :s)"),
        [
            {
                "id": 9,
                "dt": datetime.datetime(2020, 5, 5),
                "d": datetime.date(2021, 1, 1),
                "b": True,
                "s": "as the driver has it",
            },
            {"id": 10, "dt": None, "d": None, "b": False, "s": None},
        ],
    )
    conn.execute(
        sa.text("INSERT INTO t (id, dt) VALUES (11, :dt)").bindparams(
            dt=datetime.datetime(2020, 5, 5)
        )
    )
    show(table)
    for row in conn.execute(sa.select(table).order_by(table.c.id)):
        print(tuple(row))


def downgrade():
    op.drop_table("t")
