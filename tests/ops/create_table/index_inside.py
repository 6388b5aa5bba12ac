"""An Index among the arguments."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_index_inside"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer()),
        sa.Index("ix_ab", "a", "b", unique=True),
    )
