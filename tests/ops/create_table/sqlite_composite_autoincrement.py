"""autoincrement=True of a composite key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sqlite_composite_autoincrement"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("b", sa.Integer(), primary_key=True),
    )
