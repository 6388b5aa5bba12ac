"""A default that is an expression."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_default_expression"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), server_default=sa.text("1 + 1")))
