"""Rows that are no list."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_not_a_list"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(t, {"id": 1})
