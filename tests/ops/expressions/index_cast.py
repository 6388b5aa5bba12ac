"""A CAST."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_cast"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.cast(sa.column("a"), sa.String(5))])
