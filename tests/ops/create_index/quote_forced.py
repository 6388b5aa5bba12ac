"""Quoting of the name forced."""
from alembic import op

revision = "create_index_quote_forced"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], quote=True)
