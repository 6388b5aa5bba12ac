"""A numeric key counts as a number."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_numeric"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Numeric(10, 0), primary_key=True),
    )
