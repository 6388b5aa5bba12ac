"""if_exists."""
from alembic import op

revision = "drop_column_if_exists"
down_revision = None


def upgrade():
    op.drop_column("t", "a", if_exists=True)
