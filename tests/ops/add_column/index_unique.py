"""index=True and unique=True in a schema."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_index_unique"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Integer(), index=True, unique=True), schema="s")
