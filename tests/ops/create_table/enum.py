"""Enum."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", "y", name="kind")),
        sa.Column("b", sa.Enum("small", "enormous", name="size"), nullable=False, server_default="small"),
    )
