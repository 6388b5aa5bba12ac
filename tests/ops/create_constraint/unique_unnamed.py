"""Without a name."""
from alembic import op

revision = "create_constraint_unique_unnamed"
down_revision = None


def upgrade():
    op.create_unique_constraint(None, "t", ["a"])
