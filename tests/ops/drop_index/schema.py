"""In a schema."""
from alembic import op

revision = "drop_index_schema"
down_revision = None


def upgrade():
    op.drop_index(op.f("Ix"), table_name="t", schema="s")
