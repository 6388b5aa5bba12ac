"""A key with a default of the client is not numbered."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_default"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True, default=5),
    )
