"""if_exists."""
from alembic import op

revision = "drop_table_if_exists"
down_revision = None


def upgrade():
    op.drop_table("t", if_exists=True)
