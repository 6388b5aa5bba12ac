"""Dropped in a schema."""
from alembic import op

revision = "table_comment_drop_schema"
down_revision = None


def upgrade():
    op.drop_table_comment("T", schema="s")
