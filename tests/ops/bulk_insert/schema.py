"""A table of a schema."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_schema"
down_revision = None


def upgrade():
    t = sa.table("t", sa.column("a", sa.Integer), schema="s")
    op.bulk_insert(t, [{"a": 1}])
