"""A virtual computed column."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_computed_virtual"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer(), sa.Computed("a * 2", persisted=False)),
    )
