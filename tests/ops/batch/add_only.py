"""A batch that only adds columns needs no rebuild."""
import sqlalchemy as sa
from alembic import op

revision = "batch_add_only"
down_revision = None


def upgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("a", sa.Integer()))
        batch_op.add_column(sa.Column("b", sa.String(5), server_default="x", nullable=False))
        batch_op.create_index("ix_a", ["a"])
        batch_op.create_index(batch_op.f("ix_t_b"), ["b"], unique=True)
