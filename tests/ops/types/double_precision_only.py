"""A precision without a scale."""
import sqlalchemy as sa
from alembic import op

revision = "types_double_precision_only"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Double(53)),
    )
