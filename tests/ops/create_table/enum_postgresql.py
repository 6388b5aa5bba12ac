"""postgresql.ENUM."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_enum_postgresql"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.ENUM("x", "y", name="kind"), server_default="x"),
    )
