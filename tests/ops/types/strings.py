"""Strings."""
import sqlalchemy as sa
from alembic import op

revision = "types_strings"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.String(30)),
        sa.Column("c2", sa.String(length=1)),
        sa.Column("c3", sa.Unicode(20)),
        sa.Column("c4", sa.VARCHAR(9)),
        sa.Column("c5", sa.CHAR(3)),
        sa.Column("c6", sa.CHAR()),
        sa.Column("c7", sa.NCHAR(4)),
        sa.Column("c8", sa.NVARCHAR(5)),
        sa.Column("c9", sa.Text()),
        sa.Column("c10", sa.UnicodeText()),
        sa.Column("c11", sa.TEXT()),
        sa.Column("c12", sa.CLOB()),
        sa.Column("c13", sa.Text(500)),
    )
