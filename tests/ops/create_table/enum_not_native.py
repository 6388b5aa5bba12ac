"""Enum as VARCHAR."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_not_native"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", "longer", name="kind", native_enum=False)),
        sa.Column("b", sa.Enum("x", "y", native_enum=False, length=20)),
    )
