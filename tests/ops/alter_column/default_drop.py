"""DROP DEFAULT."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_drop"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=None, existing_type=sa.Integer())
