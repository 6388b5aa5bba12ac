"""Integers."""
import sqlalchemy as sa
from alembic import op

revision = "types_integers"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.Integer()),
        sa.Column("c2", sa.SmallInteger()),
        sa.Column("c3", sa.BigInteger()),
        sa.Column("c4", sa.INTEGER()),
        sa.Column("c5", sa.SMALLINT()),
        sa.Column("c6", sa.BIGINT()),
        sa.Column("c7", sa.INT()),
    )
