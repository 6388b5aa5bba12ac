"""In a schema."""
from alembic import op

revision = "create_index_schema"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], schema="s")
