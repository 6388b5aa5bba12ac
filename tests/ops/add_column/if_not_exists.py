"""if_not_exists."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_if_not_exists"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer()), if_not_exists=True)
