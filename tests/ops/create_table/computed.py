"""A computed column, the server's way."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_computed"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer(), sa.Computed("a * 2")),
    )
