"""Defaults that are altered."""

import sqlalchemy as sa
from alembic import op

revision = "expressions_alter_default"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.DateTime(), server_default=sa.func.now())
    op.alter_column("t", "b", existing_type=sa.Boolean(), server_default=sa.false())
    op.alter_column("t", "c", existing_type=sa.String(5), server_default="it's")
