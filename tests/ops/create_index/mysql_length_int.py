"""One length for all."""
from alembic import op

revision = "create_index_mysql_length_int"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a", "b"], mysql_length=7)
