"""postgresql.INTERVAL(fields='DAY TO SECOND', precision=3)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_interval_fields"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.INTERVAL(fields="DAY TO SECOND", precision=3)),
    )
