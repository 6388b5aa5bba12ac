"""A table whose name is a reserved word."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_quoted_table"
down_revision = None


def upgrade():
    op.create_table("user", sa.Column("id", sa.Integer(), primary_key=True))
