"""Numbers of MySQL's module that others know."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_numbers"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.NUMERIC(10, 2)),
        sa.Column("c2", mysql.DECIMAL(10, 2, unsigned=True)),
        sa.Column("c3", mysql.FLOAT()),
        sa.Column("c4", mysql.FLOAT(10)),
        sa.Column("c5", mysql.FLOAT(10, 2)),
        sa.Column("c6", mysql.DOUBLE()),
        sa.Column("c7", mysql.DOUBLE(10, 2, asdecimal=False)),
        sa.Column("c8", mysql.REAL(10, 2)),
    )
