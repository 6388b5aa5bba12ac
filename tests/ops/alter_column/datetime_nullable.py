"""A date and time is written as a whole."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_datetime_nullable"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=True, existing_type=sa.DateTime())
