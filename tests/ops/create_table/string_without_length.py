"""VARCHAR without a length."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_string_without_length"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String()),
    )
