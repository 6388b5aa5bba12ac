"""sqlite_autoincrement drops the name of the key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_autoincrement_sqlite_named"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_t"),
        sqlite_autoincrement=True,
    )
