"""A partial index with IN."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_where_in"
down_revision = None


def upgrade():
    op.create_index(
        "ix",
        "t",
        ["a"],
        postgresql_where=sa.column("s").in_(["x", "y"]),
        sqlite_where=sa.column("s").in_(["x"]),
    )
