"""NULLS NOT DISTINCT."""
from alembic import op

revision = "create_index_nulls_not_distinct"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], unique=True, postgresql_nulls_not_distinct=True)
