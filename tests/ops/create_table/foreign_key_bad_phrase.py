"""An ON DELETE that is no phrase."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_bad_phrase"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), sa.ForeignKey("other.id", ondelete="CASCADE; DROP")),
    )
