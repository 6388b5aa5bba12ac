"""In a schema."""
from alembic import op

revision = "drop_column_schema"
down_revision = None


def upgrade():
    op.drop_column("t", "A b", schema="s")
