"""A partial index by a string."""
from alembic import op

revision = "create_index_where_string"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_where="b > 0")
