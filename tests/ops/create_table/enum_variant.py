"""An enum for one database only."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_enum_variant"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String(9).with_variant(postgresql.ENUM("x", name="kind"), "postgresql")),
    )
