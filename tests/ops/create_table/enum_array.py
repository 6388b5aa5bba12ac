"""An array of enums creates the type."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_enum_array"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.ARRAY(sa.Enum("x", "y", name="kind"))),
    )
