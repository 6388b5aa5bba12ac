"""sqlite_autoincrement."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_autoincrement_sqlite"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("a", sa.Integer()),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
