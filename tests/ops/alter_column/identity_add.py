"""An identity is added."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_identity_add"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=sa.Identity(always=True, start=5), existing_type=sa.Integer())
