"""mysql.LONGTEXT(charset='utf8')."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_longtext"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.LONGTEXT(charset="utf8")),
    )
