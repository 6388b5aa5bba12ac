"""ON DELETE SET NULL with columns."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_set_null_columns"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), sa.ForeignKey("other.id", ondelete="SET NULL (a)")),
    )
