"""A table without a key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_no_primary_key"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
    )
