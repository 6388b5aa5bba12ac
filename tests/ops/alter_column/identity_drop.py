"""An identity is dropped."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_identity_drop"
down_revision = None


def upgrade():
    op.alter_column("t", "a", server_default=None, existing_server_default=sa.Identity(), existing_type=sa.Integer())
