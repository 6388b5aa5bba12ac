"""A UUID."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_uuid"
down_revision = None


def upgrade():
    op.create_table(
        "t", sa.Column("x", sa.Uuid, server_default=sa.func.gen_random_uuid())
    )
    op.add_column(
        "u", sa.Column("x", sa.Uuid, server_default=sa.func.gen_random_uuid())
    )
