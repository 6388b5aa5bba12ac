"""A default and nothing known."""
from alembic import op

revision = "alter_column_default_without_type"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default="5")
