"""NVARCHAR without a length."""
import sqlalchemy as sa
from alembic import op

revision = "types_nvarchar_without_length"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.NVARCHAR()),
    )
