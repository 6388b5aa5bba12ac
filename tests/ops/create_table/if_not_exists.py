"""if_not_exists."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_if_not_exists"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer(), index=True), if_not_exists=True)
