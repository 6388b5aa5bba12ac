"""Values of many types."""

import datetime
import decimal
import uuid

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_types"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("n", sa.Numeric),
        sa.column("f", sa.Float),
        sa.column("d", sa.Date),
        sa.column("u", sa.Uuid),
        sa.column("e", sa.Enum("a", "b", name="kind")),
        sa.column("i", sa.BigInteger),
        sa.column("b", sa.Boolean),
        sa.column("x", sa.Text),
    )
    op.bulk_insert(
        t,
        [
            {
                "n": decimal.Decimal("1.50"),
                "f": 0.5,
                "d": datetime.date(2020, 1, 2),
                "u": uuid.UUID("12345678-1234-5678-1234-567812345678"),
                "e": "a",
                "i": 2**40,
                "b": False,
                "x": "back\\slash",
            }
        ],
    )
