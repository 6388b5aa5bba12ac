"""One type in two tables is created once."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_two_tables"
down_revision = None


def upgrade():
    kind = sa.Enum("x", "y", name="kind")
    op.create_table("t1", sa.Column("a", kind))
    op.create_table("t2", sa.Column("a", kind))
