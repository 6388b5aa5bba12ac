"""A type of a database that is not here."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import oracle

revision = "types_oracle_number"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", oracle.NUMBER(10, 2)),
    )
