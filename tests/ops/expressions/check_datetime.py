"""A CHECK with a moment."""

import datetime
import sqlalchemy as sa
from alembic import op

revision = "expressions_check_datetime"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(20)),
        sa.Column("c", sa.Boolean),
        sa.Column("d", sa.DateTime),
        sa.Column("j", sa.JSON),
        sa.CheckConstraint(
            sa.column("d", sa.DateTime) > datetime.datetime(2020, 1, 2), name="ck"
        ),
    )
