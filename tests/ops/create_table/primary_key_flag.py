"""A key by primary_key=True is numbered by the server."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_flag"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text()),
    )
