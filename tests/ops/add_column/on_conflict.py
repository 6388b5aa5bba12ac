"""ON CONFLICT."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_on_conflict"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), nullable=False, server_default="1", sqlite_on_conflict_not_null="FAIL"))
