"""NULLS NOT DISTINCT, INCLUDE."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_postgresql_unique_nulls"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer()),
        sa.UniqueConstraint("a", name="u1", postgresql_nulls_not_distinct=True),
        sa.UniqueConstraint("b", name="u2", postgresql_nulls_not_distinct=False),
        sa.UniqueConstraint("a", "b", name="u3", postgresql_include=["b"]),
    )
