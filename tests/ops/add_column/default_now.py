"""A default that is a function."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_default_now"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False))
