"""if_not_exists."""
from alembic import op

revision = "create_index_if_not_exists"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], if_not_exists=True)
