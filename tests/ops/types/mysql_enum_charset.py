"""mysql.ENUM('a', 'b', charset='latin1')."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_enum_charset"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.ENUM("a", "b", charset="latin1")),
    )
