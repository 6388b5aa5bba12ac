"""A name that is too long."""
from alembic import op

revision = "create_index_long_name"
down_revision = None


def upgrade():
    op.create_index("i" * 70, "t", ["a"])
