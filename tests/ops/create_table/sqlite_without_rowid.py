"""WITHOUT ROWID."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sqlite_without_rowid"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_with_rowid=False,
    )
