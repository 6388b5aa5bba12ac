"""DROP NOT NULL."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_nullable_true"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=True, existing_type=sa.Integer())
