"""NOT NULL with a default."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_not_null"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), nullable=False, server_default="0"))
