"""A system column is not written."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_system_column"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("xmin", sa.Integer(), system=True),
    )
