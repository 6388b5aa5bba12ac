"""A partial index with NOT."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_where_not"
down_revision = None


def upgrade():
    op.create_index(
        "ix",
        "t",
        ["a"],
        postgresql_where=~sa.column("c", sa.Boolean),
        sqlite_where=~sa.column("c", sa.Boolean),
    )
