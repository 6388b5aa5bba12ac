"""A CHECK of CASE."""

import datetime
import sqlalchemy as sa
from alembic import op

revision = "expressions_check_case"
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
            sa.case((sa.column("a") == 1, sa.column("b") == "x"), else_=sa.true()),
            name="ck",
        ),
    )
