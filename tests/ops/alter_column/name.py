"""A new name."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_name"
down_revision = None


def upgrade():
    op.alter_column("t", "a", new_column_name="b", existing_type=sa.Integer())
