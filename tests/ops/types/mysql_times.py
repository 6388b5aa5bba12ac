"""Times of MySQL's module that others know."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_times"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.DATETIME()),
        sa.Column("c2", mysql.DATETIME(fsp=6)),
        sa.Column("c3", mysql.TIMESTAMP()),
        sa.Column("c4", mysql.TIMESTAMP(fsp=3)),
        sa.Column("c5", mysql.TIME()),
        sa.Column("c6", mysql.TIME(fsp=2)),
        sa.Column("c7", mysql.DATE()),
    )
