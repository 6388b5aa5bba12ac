"""A default of a boolean."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_default_boolean"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=sa.false(), existing_type=sa.Boolean(), existing_nullable=False)
