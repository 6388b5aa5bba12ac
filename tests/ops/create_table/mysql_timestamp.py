"""TIMESTAMP says NULL."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_mysql_timestamp"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.TIMESTAMP()),
        sa.Column("b", sa.TIMESTAMP(), nullable=False),
        sa.Column("c", sa.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP")),
    )
