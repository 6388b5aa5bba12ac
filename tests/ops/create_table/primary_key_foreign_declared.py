"""A key with a declared foreign key is not numbered."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_foreign_declared"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["other.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
