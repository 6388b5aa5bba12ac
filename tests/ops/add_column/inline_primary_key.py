"""inline_primary_key."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_inline_primary_key"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("id", sa.Integer(), primary_key=True), inline_primary_key=True)
