"""Without a name."""
import sqlalchemy as sa
from alembic import op

revision = "create_constraint_check_unnamed"
down_revision = None


def upgrade():
    op.create_check_constraint(None, "t", sa.column("a").in_([1, 2]))
