"""Nothing to alter."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_nothing"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.Integer())
