"""Two columns make the key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_composite"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), primary_key=True),
        sa.Column("b", sa.Integer(), primary_key=True),
    )
