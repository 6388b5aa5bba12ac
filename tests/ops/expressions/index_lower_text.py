"""An index of text."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_lower_text"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.text("lower(a)")])
