"""A named foreign key with actions."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_foreign_key_named"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("s.other.id", name="fk_a", ondelete="CASCADE", onupdate="RESTRICT", deferrable=True, initially="DEFERRED")))
