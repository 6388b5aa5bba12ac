"""Dates and times by the type of their column."""

import datetime

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_datetime"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(
        t,
        [
            {"id": 1, "at": datetime.datetime(2020, 1, 2, 3, 4, 5)},
            {"id": 2, "at": datetime.date(2020, 1, 2)},
        ],
    )
