"""A new type and nothing known."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_type_only"
down_revision = None


def upgrade():
    op.alter_column("t", "a", type_=sa.Text())
