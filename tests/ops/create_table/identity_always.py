"""GENERATED ALWAYS."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_identity_always"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), sa.Identity(always=True, start=42, cycle=True), primary_key=True),
        sa.Column("a", sa.String(3)),
    )
