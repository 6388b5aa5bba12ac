"""Another change keeps the comment."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_comment_existing"
down_revision = None


def upgrade():
    op.alter_column("t", "a", nullable=True, existing_comment="old", existing_type=sa.Integer())
