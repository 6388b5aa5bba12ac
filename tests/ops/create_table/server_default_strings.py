"""Defaults given as strings."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_server_default_strings"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String(9), server_default="x"),
        sa.Column("b", sa.String(9), server_default="it's"),
        sa.Column("c", sa.Integer(), server_default="0"),
        sa.Column("d", sa.Boolean(), server_default="t", nullable=False),
        sa.Column("e", sa.String(9), server_default=""),
        sa.Column("f", sa.String(9), server_default="50% \\ back"),
    )
