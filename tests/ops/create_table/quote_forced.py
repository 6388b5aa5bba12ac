"""Quoting forced on and off."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_quote_forced"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("forced", sa.Integer(), quote=True),
        sa.Column("Order", sa.Integer(), quote=False),
    )
