"""An existing type that is no type is only looked at by MySQL."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_existing_type_unread"
down_revision = None


class Elsewhere:
    pass


def upgrade():
    op.alter_column("t", "a", existing_type=Elsewhere(), nullable=False)
    op.alter_column("t", "b", existing_type=Elsewhere, server_default="x")
