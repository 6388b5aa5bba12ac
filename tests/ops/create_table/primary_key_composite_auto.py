"""The numbered column of a flagged key comes first."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_composite_auto"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), primary_key=True),
        sa.Column("b", sa.Integer(), primary_key=True, autoincrement=True),
    )
