"""postgresql.DOMAIN('zip', sa.Text(), schema='s', create_type=False)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_domain"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.DOMAIN("zip", sa.Text(), schema="s", create_type=False)),
    )
