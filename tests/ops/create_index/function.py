"""A function."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_function"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.func.lower(sa.column("a"))])
