"""No name, in a schema."""
from alembic import op

revision = "create_index_unnamed_schema"
down_revision = None


def upgrade():
    op.create_index(None, "t", ["a"], schema="s")
