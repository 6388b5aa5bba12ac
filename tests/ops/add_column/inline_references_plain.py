"""inline_references without a schema."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_inline_references_plain"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("other.id", name="ignored"), nullable=False), inline_references=True)
