"""Dropped."""
from alembic import op

revision = "table_comment_drop"
down_revision = None


def upgrade():
    op.drop_table_comment("t", existing_comment="old")
