"""In a schema, replacing one."""
from alembic import op

revision = "table_comment_create_schema"
down_revision = None


def upgrade():
    op.create_table_comment("t", "new", existing_comment="old", schema="s")
