"""sqlite_strict and sqlite_with_rowid."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sqlite_strict"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
