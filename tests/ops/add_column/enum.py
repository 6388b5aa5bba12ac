"""The type of an enum is not created."""
import sqlalchemy as sa
from alembic import op

revision = "add_column_enum"
down_revision = None


def upgrade():
    op.add_column("t", sa.Column("a", sa.Enum("x", "y", name="kind")))
