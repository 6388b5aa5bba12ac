"""unique=True."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_unique_flag"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), unique=True),
        sa.Column("b", sa.Integer(), unique=True),
    )
