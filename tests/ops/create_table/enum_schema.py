"""Enums in schemas."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_schema"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", name="k1", schema="types")),
        sa.Column("b", sa.Enum("x", name="k2", inherit_schema=True)),
        schema="s",
    )
