"""ADD CHECK."""
from alembic import op

revision = "create_constraint_check"
down_revision = None


def upgrade():
    op.create_check_constraint("ck", "t", "a > 0")
