"""A comment."""
from alembic import op

revision = "table_comment_create"
down_revision = None


def upgrade():
    op.create_table_comment("t", "it's 5%")
