"""USING that is no word."""
from alembic import op

revision = "create_index_using_bad"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_using="gin; x")
