"""An empty comment is a comment."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_comment_empty"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), comment=""),
        comment="",
    )
