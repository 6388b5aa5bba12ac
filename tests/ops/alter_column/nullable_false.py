"""SET NOT NULL."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_nullable_false"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=False, existing_type=sa.Integer())
