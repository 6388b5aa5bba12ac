"""create_type=False."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_enum_create_type_false"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.ENUM("x", "y", name="kind", create_type=False)),
    )
