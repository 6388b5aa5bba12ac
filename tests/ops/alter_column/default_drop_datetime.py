"""DROP DEFAULT of a date and time."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_drop_datetime"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=None, existing_type=sa.DateTime(), existing_server_default=sa.text("now()"))
