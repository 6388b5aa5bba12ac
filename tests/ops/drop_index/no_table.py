"""Without the table."""
from alembic import op

revision = "drop_index_no_table"
down_revision = None


def upgrade():
    op.drop_index("ix")
