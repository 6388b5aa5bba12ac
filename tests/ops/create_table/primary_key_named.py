"""A named key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_named"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_t")),
    )
