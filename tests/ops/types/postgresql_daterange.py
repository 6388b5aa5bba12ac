"""postgresql.DATERANGE()."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_daterange"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.DATERANGE()),
    )
