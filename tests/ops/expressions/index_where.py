"""A partial index."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_index_where"
down_revision = None


def upgrade():
    op.create_index(
        "ix",
        "t",
        ["a"],
        postgresql_where=sa.and_(sa.column("a") > 5, sa.column("b").is_(None)),
        sqlite_where=sa.column("b") == "x%",
    )
