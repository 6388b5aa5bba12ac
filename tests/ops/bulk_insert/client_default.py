"""A default of the client's side is written into every row."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_client_default"
down_revision = None


def upgrade():
    t = sa.Table(
        "t",
        sa.MetaData(),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("state", sa.String, default="new"),
    )
    op.bulk_insert(t, [{"id": 1}, {"id": 2, "state": "old"}])
