"""sqlite_autoincrement of a key that refers to another table has no effect."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_autoincrement_sqlite_fk"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), sa.ForeignKey("o.id"), primary_key=True),
        sqlite_autoincrement=True,
    )
