"""TIMESTAMP with ON UPDATE."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "alter_column_mysql_timestamp"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=mysql.TIMESTAMP(), server_default=sa.text("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"), nullable=False)
