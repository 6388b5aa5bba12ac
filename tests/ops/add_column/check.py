"""A CHECK of the column."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_check"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), sa.CheckConstraint("a > 1", name="ck")))
