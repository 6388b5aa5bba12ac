"""EXCLUDE."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_postgresql_exclude"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("room", sa.Integer()),
        sa.Column("during", sa.String(9)),
        postgresql.ExcludeConstraint(("room", "="), (sa.text("tsrange(a, b)"), "&&"), name="no_overlap", using="gist", where=sa.text("room > 1"), ops={"room": "int4_ops"}, deferrable=True),
    )
