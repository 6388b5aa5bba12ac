"""All that is known about the column."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_nullable_existing"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=False, existing_type=sa.String(5), existing_server_default="x", existing_nullable=True, existing_comment="c")
