"""autoincrement."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_autoincrement"
down_revision = None


def upgrade():
    op.alter_column("t", "a", autoincrement=True, existing_type=sa.Integer(), existing_nullable=False)
