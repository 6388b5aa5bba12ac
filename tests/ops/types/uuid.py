"""UUIDs."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_uuid"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Uuid()),
        sa.Column("c2", sa.Uuid(as_uuid=False)),
        sa.Column("c3", sa.Uuid(native_uuid=False)),
        sa.Column("c4", sa.UUID()),
        sa.Column("c5", postgresql.UUID()),
        sa.Column("c6", postgresql.UUID(as_uuid=True)),
    )
