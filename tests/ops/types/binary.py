"""Bytes."""
import sqlalchemy as sa
from alembic import op

revision = "types_binary"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.LargeBinary()),
        sa.Column("c2", sa.LargeBinary(100)),
        sa.Column("c3", sa.BLOB()),
        sa.Column("c4", sa.BLOB(9)),
        sa.Column("c5", sa.BINARY(16)),
        sa.Column("c6", sa.BINARY()),
        sa.Column("c7", sa.VARBINARY(8)),
        sa.Column("c8", sa.PickleType()),
    )
