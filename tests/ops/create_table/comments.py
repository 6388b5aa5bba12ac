"""Comments of the table and of columns."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_comments"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True, comment="the id"),
        sa.Column("a", sa.String(3), comment="it's a \\ 5% thing", nullable=False),
        sa.Column("b", sa.Integer(), server_default="1", comment="with default"),
        comment="all the things'",
    )
