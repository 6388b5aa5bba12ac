"""A function with a value."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_coalesce"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.func.coalesce(sa.column("a"), "x%")])
