"""CONCURRENTLY."""
from alembic import op

revision = "create_index_concurrently"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_concurrently=True, if_not_exists=True)
