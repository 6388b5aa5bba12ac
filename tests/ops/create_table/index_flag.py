"""index=True."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_index_flag"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("a", sa.Integer(), index=True),
    )
