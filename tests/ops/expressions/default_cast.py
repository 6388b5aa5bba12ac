"""A CAST."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_cast"
down_revision = None


def upgrade():
    op.create_table(
        "t", sa.Column("x", sa.String(20), server_default=sa.cast("x", sa.String(5)))
    )
    op.add_column(
        "u", sa.Column("x", sa.String(20), server_default=sa.cast("x", sa.String(5)))
    )
