"""A collation."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_collate"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.column("a").collate("C")])
