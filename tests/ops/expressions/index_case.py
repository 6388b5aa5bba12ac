"""A CASE."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_case"
down_revision = None


def upgrade():
    op.create_index(
        "ix", "t", [sa.case((sa.column("a") == 1, sa.column("b")), else_=None)]
    )
