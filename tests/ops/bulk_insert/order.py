"""The columns stand in the order of the table."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_order"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(t, [{"name": "a", "id": 1}])
