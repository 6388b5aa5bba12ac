"""A string."""
from alembic import op

revision = "execute_ddl_string"
down_revision = None


def upgrade():
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
