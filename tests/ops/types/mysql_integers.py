"""Integers of MySQL's module that others know."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_integers"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.INTEGER()),
        sa.Column("c2", mysql.INTEGER(11)),
        sa.Column("c3", mysql.INTEGER(unsigned=True)),
        sa.Column("c4", mysql.BIGINT(20, unsigned=True)),
        sa.Column("c5", mysql.SMALLINT(display_width=6, zerofill=True)),
    )
