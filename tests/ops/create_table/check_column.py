"""A CHECK of a column."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_check_column"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), sa.CheckConstraint("a > 0", name="positive"), nullable=False, server_default="1"),
    )
