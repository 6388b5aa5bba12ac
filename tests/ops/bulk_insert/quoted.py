"""Names that need quotes."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_quoted"
down_revision = None


def upgrade():
    t = sa.table(
        "Order", sa.column("group", sa.String), sa.column("Odd Name", sa.Integer)
    )
    op.bulk_insert(t, [{"group": "a", "Odd Name": 5}])
