"""A new type."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_type"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.String(80), existing_type=sa.String(50))
