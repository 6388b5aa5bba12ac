"""nullable=True of a key is kept."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_nullable"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=True),
    )
