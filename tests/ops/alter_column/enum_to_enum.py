"""From an enum with a CHECK to another."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_enum_to_enum"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.Enum("x", name="k", native_enum=False, create_constraint=True), type_=sa.Enum("x", "y", name="k", native_enum=False, create_constraint=True))
