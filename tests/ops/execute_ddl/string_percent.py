"""Percent signs and colons in a string."""
from alembic import op

revision = "execute_ddl_string_percent"
down_revision = None


def upgrade():
    op.execute("UPDATE t SET a = '50%', b = 'x\\:y' WHERE c LIKE '%z' AND d = '1'::text")
