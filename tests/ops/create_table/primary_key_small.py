"""A small key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_small"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.SmallInteger(), primary_key=True),
    )
