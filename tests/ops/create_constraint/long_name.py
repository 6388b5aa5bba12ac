"""A name that is too long."""
from alembic import op

revision = "create_constraint_long_name"
down_revision = None


def upgrade():
    op.create_unique_constraint("u" * 300, "t", ["a"])
