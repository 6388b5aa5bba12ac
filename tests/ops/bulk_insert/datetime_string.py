"""A string is no date."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_datetime_string"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(t, [{"id": 1, "at": "2020-01-01"}])
