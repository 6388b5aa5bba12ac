"""A new name and nothing known."""
from alembic import op

revision = "alter_column_name_without_type"
down_revision = None


def upgrade():
    op.alter_column("t", "a", new_column_name="B")
