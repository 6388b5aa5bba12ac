"""Within a schema."""
from alembic import op

revision = "rename_table_schema"
down_revision = None


def upgrade():
    op.rename_table("Old", "New", schema="s")
