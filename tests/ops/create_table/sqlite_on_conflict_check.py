"""ON CONFLICT of a column's CHECK is refused."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sqlite_on_conflict_check"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), sa.CheckConstraint("a > 1", sqlite_on_conflict="ABORT")),
    )
