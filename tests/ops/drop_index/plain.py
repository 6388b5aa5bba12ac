"""DROP INDEX."""
from alembic import op

revision = "drop_index_plain"
down_revision = None


def upgrade():
    op.drop_index("ix", table_name="t")
