"""A default given as SQL."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_text"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=sa.text("now()"), existing_type=sa.String(5))
