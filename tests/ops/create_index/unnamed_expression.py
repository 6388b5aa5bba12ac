"""No name, and no column that a convention could use."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_unnamed_expression"
down_revision = None


def upgrade():
    op.create_index(None, "t", [sa.func.lower(sa.column("a"))])
