"""A function in arithmetic."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_function_arithmetic"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column(
            "x",
            sa.Integer,
            server_default=sa.func.date_part("epoch", sa.func.now()) * 1000,
        ),
    )
    op.add_column(
        "u",
        sa.Column(
            "x",
            sa.Integer,
            server_default=sa.func.date_part("epoch", sa.func.now()) * 1000,
        ),
    )
