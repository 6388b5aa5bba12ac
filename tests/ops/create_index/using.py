"""USING."""
from alembic import op

revision = "create_index_using"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_using="gin", mysql_using="hash")
