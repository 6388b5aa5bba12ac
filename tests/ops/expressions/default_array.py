"""An empty array."""

import datetime
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "expressions_default_array"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column(
            "x",
            postgresql.ARRAY(sa.Integer),
            server_default=postgresql.array([], type_=sa.Integer),
        ),
    )
    op.add_column(
        "u",
        sa.Column(
            "x",
            postgresql.ARRAY(sa.Integer),
            server_default=postgresql.array([], type_=sa.Integer),
        ),
    )
