"""An enum with a CHECK."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_enum_constraint"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Enum("x", "y", name="kind", native_enum=False, create_constraint=True)))
