"""Dates and times."""
import sqlalchemy as sa
from alembic import op

revision = "types_dates"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Date()),
        sa.Column("c2", sa.Time()),
        sa.Column("c3", sa.DateTime()),
        sa.Column("c4", sa.DateTime(timezone=True)),
        sa.Column("c5", sa.Time(timezone=True)),
        sa.Column("c6", sa.DATE()),
        sa.Column("c7", sa.TIME()),
        sa.Column("c8", sa.DATETIME()),
        sa.Column("c9", sa.TIMESTAMP()),
        sa.Column("c10", sa.TIMESTAMP(timezone=True)),
        sa.Column("c11", sa.DATETIME(timezone=True)),
    )
