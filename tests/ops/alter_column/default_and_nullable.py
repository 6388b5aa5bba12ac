"""A default and nullability."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_and_nullable"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default="0", nullable=False, existing_type=sa.Integer())
