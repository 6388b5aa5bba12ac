"""An enum with a CHECK that has no name."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_enum_unnamed_constraint"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.Enum("x", native_enum=False, create_constraint=True), type_=sa.Text())
