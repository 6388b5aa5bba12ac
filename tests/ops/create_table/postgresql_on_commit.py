"""ON COMMIT of a temporary table."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_postgresql_on_commit"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        prefixes=["TEMPORARY"],
        postgresql_on_commit="PRESERVE_ROWS",
    )
