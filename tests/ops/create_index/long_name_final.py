"""A name by op.f that is too long."""
from alembic import op

revision = "create_index_long_name_final"
down_revision = None


def upgrade():
    op.create_index(op.f("i" * 70), "t", ["a"])
