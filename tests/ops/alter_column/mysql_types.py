"""From one type of MySQL to another."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "alter_column_mysql_types"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=mysql.INTEGER(display_width=11), type_=sa.BigInteger(), existing_nullable=False)
