"""A stored computed column."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_computed_stored"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer(), sa.Computed("a * 2", persisted=True), nullable=False),
    )
