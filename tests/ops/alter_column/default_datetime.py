"""A function as the default of a date and time."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_datetime"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=sa.func.now(), existing_type=sa.DateTime(), existing_nullable=False)
