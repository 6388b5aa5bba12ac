"""mysql.MEDIUMBLOB()."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "types_mysql_mediumblob"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", mysql.MEDIUMBLOB()),
    )
