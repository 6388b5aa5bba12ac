"""A big key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_big"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.BigInteger(), primary_key=True),
    )
