"""The table that create_table returned."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_created_table"
down_revision = None


def upgrade():
    t = op.create_table(
        "account",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("active", sa.Boolean),
    )
    op.bulk_insert(
        t, [{"id": 1, "name": "a", "active": True}, {"name": "b", "active": False}]
    )
