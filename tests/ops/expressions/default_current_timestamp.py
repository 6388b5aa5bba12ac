"""current_timestamp()."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_current_timestamp"
down_revision = None


def upgrade():
    op.create_table(
        "t", sa.Column("x", sa.DateTime, server_default=sa.func.current_timestamp())
    )
    op.add_column(
        "u", sa.Column("x", sa.DateTime, server_default=sa.func.current_timestamp())
    )
