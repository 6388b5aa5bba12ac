"""mysql.SET('a', 'it's', charset='latin1', collation='latin1_bin')."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_set_charset"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.SET("a", "it's", charset="latin1", collation="latin1_bin")),
    )
