"""Computed."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_computed"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), sa.Computed("b + 1", persisted=True)))
