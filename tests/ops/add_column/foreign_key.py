"""A foreign key is a statement of its own."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_foreign_key"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("other.id")))
