"""A default with a cast."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_text_cast"
down_revision = None


def upgrade():
    op.create_table("t", sa.Column("x", sa.JSON, server_default=sa.text("'{}'::jsonb")))
    op.add_column("u", sa.Column("x", sa.JSON, server_default=sa.text("'{}'::jsonb")))
