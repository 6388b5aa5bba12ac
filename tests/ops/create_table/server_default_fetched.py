"""FetchedValue is not written."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_server_default_fetched"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), server_default=sa.FetchedValue()),
    )
