"""Values of an Enum that are no texts: what was meant is `*values`."""
import sqlalchemy as sa
from alembic import op

revision = "types_enum_of_a_tuple_not_native"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.Column("kind", sa.Enum(("a", "bb", "ccc"), ("d",), name="letters", native_enum=False)))
