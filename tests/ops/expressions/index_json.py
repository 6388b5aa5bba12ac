"""A part of JSON."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_json"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.column("j", postgresql.JSONB)["k"].astext])
