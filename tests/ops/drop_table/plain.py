"""DROP TABLE."""
from alembic import op

revision = "drop_table_plain"
down_revision = None


def upgrade():
    op.drop_table("t")
