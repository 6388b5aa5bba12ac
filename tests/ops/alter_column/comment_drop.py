"""The comment dropped."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_comment_drop"
down_revision = None


def upgrade():
    op.alter_column("t", "a", comment=None, existing_comment="old", existing_type=sa.Integer())
