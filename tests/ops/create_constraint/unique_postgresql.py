"""Options of PostgreSQL."""
from alembic import op

revision = "create_constraint_unique_postgresql"
down_revision = None


def upgrade():
    op.create_unique_constraint("uq", "t", ["a"], postgresql_nulls_not_distinct=True, postgresql_include=["a"])
