"""Unique, over two columns, by op.f."""
from alembic import op

revision = "create_index_unique"
down_revision = None


def upgrade():
    op.create_index(op.f("ix_t_a_b"), "t", ["a", "b"], unique=True)
