"""TRUE."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_true"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("x", sa.Boolean, server_default=sa.true()))
    op.add_column("u", sa.Column("x", sa.Boolean, server_default=sa.true()))
