"""A comment."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_comment"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), comment="it's"))
