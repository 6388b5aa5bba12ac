"""Numbering switched off."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_primary_key_autoincrement_false"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
    )
