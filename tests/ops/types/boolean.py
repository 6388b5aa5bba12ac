"""Booleans."""
import sqlalchemy as sa
from alembic import op

revision = "types_boolean"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Boolean()),
        sa.Column("c2", sa.BOOLEAN()),
        sa.Column("c3", sa.Boolean(name="x")),
    )
