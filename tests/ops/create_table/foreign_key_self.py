"""A foreign key to the table itself."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_foreign_key_self"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("t.id", ondelete="SET NULL")),
    )
