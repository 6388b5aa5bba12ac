"""A type of a database that is not here, of another family."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import oracle

revision = "types_oracle_raw"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", oracle.RAW(16)),
    )
