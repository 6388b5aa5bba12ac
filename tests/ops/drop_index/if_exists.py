"""if_exists."""
from alembic import op

revision = "drop_index_if_exists"
down_revision = None


def upgrade():
    op.drop_index("ix", "t", if_exists=True)
