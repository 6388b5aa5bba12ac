"""Options of other databases are not read."""
from alembic import op

revision = "drop_column_mssql_options"
down_revision = None


def upgrade():
    op.drop_column("t", "a", mssql_drop_check=True, mssql_drop_default=True)
