"""Floating point."""
import sqlalchemy as sa
from alembic import op

revision = "types_floats"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Float()),
        sa.Column("c2", sa.Float(10)),
        sa.Column("c3", sa.Float(precision=53)),
        sa.Column("c4", sa.FLOAT()),
        sa.Column("c5", sa.FLOAT(5)),
        sa.Column("c6", sa.REAL()),
        sa.Column("c7", sa.Double()),
        sa.Column("c8", sa.DOUBLE()),
        sa.Column("c9", sa.DOUBLE_PRECISION()),
        sa.Column("c10", sa.Float(asdecimal=True)),
    )
