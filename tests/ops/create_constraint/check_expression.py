"""From an expression."""
import sqlalchemy as sa
from alembic import op

revision = "create_constraint_check_expression"
down_revision = None


def upgrade():
    op.create_check_constraint("ck", "t", sa.func.length(sa.column("name")) > 5)
