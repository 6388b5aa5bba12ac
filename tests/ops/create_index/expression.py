"""Operators."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_expression"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.column("a") + sa.column("b"), sa.cast(sa.column("c"), sa.Integer())])
