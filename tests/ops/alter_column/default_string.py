"""A default given as a string."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_string"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default="x", existing_type=sa.String(5))
