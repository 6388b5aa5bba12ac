"""Defaults given as constructs."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_server_default_functions"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.DateTime(), server_default=sa.func.now()),
        sa.Column("b", sa.DateTime(), server_default=sa.func.current_timestamp()),
        sa.Column("c", sa.Boolean(), server_default=sa.true()),
        sa.Column("d", sa.Boolean(), server_default=sa.false()),
        sa.Column("e", sa.Integer(), server_default=sa.null()),
        sa.Column("f", sa.String(40), server_default=sa.func.lower("ABC")),
        sa.Column("g", sa.Integer(), server_default=sa.literal(5)),
        sa.Column("h", sa.Integer(), server_default=sa.literal_column("7")),
        sa.Column("i", sa.Date(), server_default=sa.func.current_date()),
    )
