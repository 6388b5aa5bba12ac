"""Partitions of MySQL."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_mysql_partition"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        mysql_partitions="4",
        mysql_partition_by="HASH(id)",
        mysql_subpartitions="2",
        mysql_subpartition_by="KEY(id)",
        mysql_engine="InnoDB",
    )
