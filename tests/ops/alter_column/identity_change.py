"""An identity is changed."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_identity_change"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=sa.Identity(always=True, start=5, increment=2), existing_server_default=sa.Identity(start=5), existing_type=sa.Integer())
