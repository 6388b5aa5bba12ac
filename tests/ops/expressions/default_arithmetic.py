"""Arithmetic."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_arithmetic"
down_revision = None


def upgrade():
    op.create_table(
        "t", sa.Column("x", sa.Integer, server_default=sa.literal(1, sa.Integer) + 2)
    )
    op.add_column(
        "u", sa.Column("x", sa.Integer, server_default=sa.literal(1, sa.Integer) + 2)
    )
