"""The default character set before the collation."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_mysql_default_charset"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        mysql_collate="utf8mb4_bin",
        mysql_default_charset="utf8mb4",
        mysql_engine="MyISAM",
        mysql_auto_increment="5",
        mysql_key_block_size="1024",
    )
