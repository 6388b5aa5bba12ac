"""postgresql.ARRAY(postgresql.UUID(as_uuid=True), as_tuple=True, zero_indexes=True)."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_array_as_tuple"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.ARRAY(postgresql.UUID(as_uuid=True), as_tuple=True, zero_indexes=True)),
    )
