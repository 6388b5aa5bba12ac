"""Computed columns of expressions."""

import sqlalchemy as sa
from alembic import op

revision = "expressions_computed"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.Integer, sa.Computed(sa.column("a") * 2 + 1)),
        sa.Column(
            "c",
            sa.String(5),
            sa.Computed(sa.func.lower(sa.text("'X%'")), persisted=True),
        ),
    )
