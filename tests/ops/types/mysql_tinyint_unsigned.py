"""mysql.TINYINT(unsigned=True)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_tinyint_unsigned"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.TINYINT(unsigned=True)),
    )
