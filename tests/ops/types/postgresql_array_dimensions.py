"""postgresql.ARRAY(sa.String(5), dimensions=2)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_array_dimensions"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.ARRAY(sa.String(5), dimensions=2)),
    )
