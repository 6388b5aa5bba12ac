"""Enum with create_constraint."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_constraint"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", "y", name="kind", create_constraint=True)),
        sa.Column("b", sa.Enum("x", "y", name="kind2", native_enum=False, create_constraint=True)),
    )
