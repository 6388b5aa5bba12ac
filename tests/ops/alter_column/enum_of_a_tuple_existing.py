"""The existing type is not written but on MySQL, so that its values do not matter."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_enum_of_a_tuple_existing"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.Enum(("x", "y"), name="letters"), nullable=False)
