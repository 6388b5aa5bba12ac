"""postgresql.NUMMULTIRANGE()."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_nummultirange"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.NUMMULTIRANGE()),
    )
