"""USING without a type."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_using_without_type"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=True, existing_type=sa.Integer(), postgresql_using="x")
