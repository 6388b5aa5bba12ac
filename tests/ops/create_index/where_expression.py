"""A partial index by an expression."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_where_expression"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_where=sa.column("b") == "x", sqlite_where=sa.column("b") > 5)
