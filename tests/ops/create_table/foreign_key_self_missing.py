"""A foreign key to a column that the table does not have."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_self_missing"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("t.id")),
    )
