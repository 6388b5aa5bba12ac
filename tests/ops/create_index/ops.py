"""Operator classes."""
from alembic import op

revision = "create_index_ops"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a", "b"], postgresql_using="gin", postgresql_ops={"a": "gin_trgm_ops"})
