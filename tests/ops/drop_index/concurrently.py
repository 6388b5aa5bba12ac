"""CONCURRENTLY."""
from alembic import op

revision = "drop_index_concurrently"
down_revision = None


def upgrade():
    op.drop_index("ix", table_name="t", postgresql_concurrently=True)
