"""Without a type."""
from alembic import op

revision = "drop_constraint_no_type"
down_revision = None


def upgrade():
    op.drop_constraint("c", "t")
