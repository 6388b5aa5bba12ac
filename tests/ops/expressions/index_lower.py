"""An index of a function."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_lower"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.func.lower(sa.column("a"))])
