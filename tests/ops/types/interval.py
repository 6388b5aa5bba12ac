"""Intervals."""
import sqlalchemy as sa
from alembic import op

revision = "types_interval"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Interval()),
        sa.Column("c2", sa.Interval(native=False)),
        sa.Column("c3", sa.Interval(second_precision=3, day_precision=2)),
    )
