"""A comment."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_comment"
down_revision = None


def upgrade():
    op.alter_column("t", "a", comment="it's", existing_type=sa.Integer())
