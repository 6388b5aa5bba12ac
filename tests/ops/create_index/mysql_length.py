"""Lengths of prefixes."""
from alembic import op

revision = "create_index_mysql_length"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a", "b"], mysql_length={"a": 10})
