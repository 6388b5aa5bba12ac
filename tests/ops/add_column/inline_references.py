"""inline_references."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_inline_references"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("s.Other.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")), inline_references=True)
