"""Without a name, in a schema."""
from alembic import op

revision = "create_constraint_primary_key_unnamed"
down_revision = None


def upgrade():
    op.create_primary_key(None, "t", ["id"], schema="s")
