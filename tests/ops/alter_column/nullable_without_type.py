"""Without the existing type."""
from alembic import op

revision = "alter_column_nullable_without_type"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=False)
