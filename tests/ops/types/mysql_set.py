"""mysql.SET('a', 'b')."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_set"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.SET("a", "b")),
    )
