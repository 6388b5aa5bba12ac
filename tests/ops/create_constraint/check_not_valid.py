"""NOT VALID."""
from alembic import op

revision = "create_constraint_check_not_valid"
down_revision = None


def upgrade():
    op.create_check_constraint("ck", "t", "a > 0", postgresql_not_valid=True)
