"""Two columns and a declared key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_plain"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(50), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
