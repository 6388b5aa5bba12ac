"""An index."""
from alembic import op

revision = "create_index_plain"
down_revision = None


def upgrade():
    op.create_index("ix_t_a", "t", ["a"])
