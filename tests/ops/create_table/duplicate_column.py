"""A column twice."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_duplicate_column"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("a", sa.String(3)),
    )
