"""mysql.YEAR(4)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_year_width"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.YEAR(4)),
    )
