"""RENAME TO."""
from alembic import op

revision = "rename_table_plain"
down_revision = None


def upgrade():
    op.rename_table("old", "new")
