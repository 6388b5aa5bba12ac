"""Collations."""
import sqlalchemy as sa
from alembic import op

revision = "types_collations"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.String(30, collation="de_DE")),
        sa.Column("c2", sa.Text(collation="C")),
        sa.Column("c3", sa.CHAR(3, collation="utf8_bin")),
        sa.Column("c4", sa.Unicode(9, collation="NOCASE")),
    )
