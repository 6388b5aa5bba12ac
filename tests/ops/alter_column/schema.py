"""In a schema."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_schema"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=True, existing_type=sa.Integer(), schema="s")
