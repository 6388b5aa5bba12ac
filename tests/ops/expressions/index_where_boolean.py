"""A partial index with a truth value."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_where_boolean"
down_revision = None


def upgrade():
    op.create_index(
        "ix",
        "t",
        ["a"],
        postgresql_where=sa.column("c", sa.Boolean).is_(True),
        sqlite_where=sa.column("c", sa.Boolean),
    )
