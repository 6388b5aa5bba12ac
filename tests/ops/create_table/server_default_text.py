"""Defaults given as SQL."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_server_default_text"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), server_default=sa.text("0")),
        sa.Column("b", sa.Boolean(), server_default=sa.text("false")),
        sa.Column("c", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")),
        sa.Column("d", sa.DateTime(), server_default=sa.text("now()")),
        sa.Column("e", sa.String(5), server_default=sa.text("'x'")),
        sa.Column("f", sa.Integer(), server_default=sa.text("(1 + 2)")),
        sa.Column("g", sa.Integer(), server_default=sa.text("1 + 2")),
        sa.Column("h", sa.Integer(), server_default=sa.text("-1")),
    )
