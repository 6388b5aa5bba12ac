"""Times of PostgreSQL's module."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "types_postgresql_times"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", postgresql.TIMESTAMP()),
        sa.Column("c2", postgresql.TIMESTAMP(timezone=True)),
        sa.Column("c3", postgresql.TIMESTAMP(timezone=True, precision=3)),
        sa.Column("c4", postgresql.TIME(precision=0)),
        sa.Column("c5", postgresql.TIME(timezone=True, precision=6)),
        sa.Column("c6", postgresql.DOUBLE_PRECISION()),
        sa.Column("c7", postgresql.DOUBLE_PRECISION(precision=53)),
        sa.Column("c8", postgresql.VARCHAR(5)),
        sa.Column("c9", postgresql.BIGINT()),
        sa.Column("c10", postgresql.FLOAT()),
        sa.Column("c11", postgresql.NUMERIC(5, 2)),
    )
