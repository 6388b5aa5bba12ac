"""JSON has no literal form."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_json"
down_revision = None


def upgrade():
    t = sa.table("t", sa.column("j", sa.JSON))
    op.bulk_insert(t, [{"j": {"a": 1}}])
