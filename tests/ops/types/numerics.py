"""Numbers with a fraction."""
import sqlalchemy as sa
from alembic import op

revision = "types_numerics"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Numeric()),
        sa.Column("c2", sa.Numeric(10)),
        sa.Column("c3", sa.Numeric(10, 2)),
        sa.Column("c4", sa.Numeric(precision=8, scale=0, asdecimal=False)),
        sa.Column("c5", sa.NUMERIC(5, 1)),
        sa.Column("c6", sa.DECIMAL(9, 3)),
        sa.Column("c7", sa.DECIMAL()),
    )
