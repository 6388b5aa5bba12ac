"""One INSERT a row, its values written out."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_rows"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(t, [{"id": 1, "name": "it's"}, {"id": 2, "name": "100%"}])
