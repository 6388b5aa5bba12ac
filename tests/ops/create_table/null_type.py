"""A column without a type."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_null_type"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a"),
    )
