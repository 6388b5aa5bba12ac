"""Arrays of PostgreSQL."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "bulk_insert_array"
down_revision = None


def upgrade():
    t = sa.table("t", sa.column("xs", postgresql.ARRAY(sa.String)))
    op.bulk_insert(t, [{"xs": ["a", "it's"]}])
