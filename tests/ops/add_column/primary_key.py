"""A key is numbered, but not declared."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_primary_key"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("id", sa.Integer(), primary_key=True))
