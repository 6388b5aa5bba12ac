"""A key that refers to another table is not numbered."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_foreign"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), sa.ForeignKey("other.id"), primary_key=True),
    )
