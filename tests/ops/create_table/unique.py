"""Unique constraints."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_unique"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer()),
        sa.UniqueConstraint("a"),
        sa.UniqueConstraint("b", "a", name="uq_ba"),
        sa.UniqueConstraint("b", name=op.f("uq_b"), deferrable=True, initially="IMMEDIATE"),
    )
