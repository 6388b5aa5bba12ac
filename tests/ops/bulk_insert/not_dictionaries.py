"""Rows that are no dictionaries."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_not_dictionaries"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(t, [(1, "a")])
