"""now()."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_now"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("x", sa.DateTime, server_default=sa.func.now()))
    op.add_column("u", sa.Column("x", sa.DateTime, server_default=sa.func.now()))
