"""MATCH."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_match"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.ForeignKeyConstraint(["a"], ["other.id"], match="FULL"),
    )
