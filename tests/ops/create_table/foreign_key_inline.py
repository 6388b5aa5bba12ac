"""Foreign keys inside columns."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_inline"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), sa.ForeignKey("other.id")),
        sa.Column("b", sa.Integer(), sa.ForeignKey("other.id", name="fk_b", ondelete="CASCADE", onupdate="SET NULL"), nullable=False),
        sa.Column("c", sa.Integer(), sa.ForeignKey("other.id", deferrable=True, initially="DEFERRED")),
    )
