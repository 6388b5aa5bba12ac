"""inline_literal is what it is offline too."""

import sqlalchemy as sa
from alembic import op

revision = "bulk_insert_inline_literal"
down_revision = None


def upgrade():
    t = sa.table(
        "t",
        sa.column("id", sa.Integer),
        sa.column("name", sa.String),
        sa.column("at", sa.DateTime),
    )
    op.bulk_insert(t, [{"id": 1, "name": op.inline_literal("x")}], multiinsert=False)
