"""Options of PostgreSQL."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_postgresql_options"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        postgresql_partition_by="RANGE (id)",
        postgresql_using="heap",
        postgresql_tablespace="Fast",
        postgresql_with_oids=False,
    )
