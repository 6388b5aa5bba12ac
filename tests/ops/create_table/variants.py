"""Types by database."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql
from sqlalchemy.dialects import postgresql

revision = "create_table_variants"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("c", sa.String(5).with_variant(mysql.VARCHAR(5, charset="ascii"), "mysql", "mariadb")),
    )
