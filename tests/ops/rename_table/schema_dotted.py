"""A schema of two parts."""
from alembic import op

revision = "rename_table_schema_dotted"
down_revision = None


def upgrade():
    op.rename_table("old", "new", schema="a.b")
