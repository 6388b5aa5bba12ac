"""Options of MySQL."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_mysql_options"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_bin",
        mysql_row_format="DYNAMIC",
        comment="c",
    )
