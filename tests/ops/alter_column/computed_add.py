"""A computed column cannot be made of another."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_computed_add"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=sa.Computed("b + 1"), existing_type=sa.Integer())
