"""index=True and unique=True."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_index_unique_flag"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), index=True, unique=True),
    )
