"""In a schema."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_schema"
down_revision = None


def upgrade():
    op.add_column("Order", sa.Column("A", sa.Integer()), schema="s")
