"""VARCHAR without a length."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_string_without_length"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.String()))
