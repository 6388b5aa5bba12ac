"""DROP COLUMN."""
from alembic import op

revision = "drop_column_plain"
down_revision = None


def upgrade():
    op.drop_column("t", "a")
