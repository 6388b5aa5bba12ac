"""A string of several lines keeps its inner layout."""
from alembic import op

revision = "execute_ddl_string_multiline"
down_revision = None


def upgrade():
    op.execute("""
        CREATE VIEW v AS
    	SELECT a,
            b
        FROM t
    """)
