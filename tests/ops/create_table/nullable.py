"""NULL allowed, forbidden and not said."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_nullable"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), nullable=True),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("c", sa.Integer()),
    )
