"""ON CONFLICT of columns and constraints."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sqlite_on_conflict"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True, sqlite_on_conflict_primary_key="FAIL"),
        sa.Column("a", sa.Integer(), nullable=False, sqlite_on_conflict_not_null="IGNORE"),
        sa.Column("b", sa.Integer(), unique=True, sqlite_on_conflict_unique="REPLACE"),
        sa.UniqueConstraint("a", "b", sqlite_on_conflict="ROLLBACK"),
        sa.CheckConstraint("a > 1", sqlite_on_conflict="ABORT"),
    )
