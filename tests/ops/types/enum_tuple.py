"""A tuple of names in place of names is one value, as long as it has items."""
import sqlalchemy as sa
from alembic import op

revision = "types_enum_tuple"
down_revision = None


def upgrade():
    size = sa.Enum(("small", "medium", "large", "huge"), name="size", native_enum=False)
    op.add_column("t", sa.Column("c", size))
