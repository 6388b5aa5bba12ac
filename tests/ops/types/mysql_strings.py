"""Strings of MySQL's module that others know."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_strings"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.VARCHAR(20, charset="utf8", collation="utf8_bin")),
        sa.Column("c2", mysql.CHAR(5, ascii=True)),
        sa.Column("c3", mysql.CHAR(5, unicode=True)),
        sa.Column("c4", mysql.VARCHAR(9, national=True)),
        sa.Column("c5", mysql.TEXT(charset="utf8mb4")),
        sa.Column("c6", mysql.TEXT(500)),
        sa.Column("c7", mysql.VARCHAR(5, binary=True)),
        sa.Column("c8", mysql.NCHAR(3)),
        sa.Column("c9", mysql.NVARCHAR(4)),
    )
