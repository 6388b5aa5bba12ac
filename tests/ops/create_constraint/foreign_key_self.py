"""To the table itself."""
from alembic import op

revision = "create_constraint_foreign_key_self"
down_revision = None


def upgrade():
    op.create_foreign_key(None, "t", "t", ["parent_id"], ["id"])
