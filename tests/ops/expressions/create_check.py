"""op.create_check_constraint with an expression."""

import sqlalchemy as sa
from alembic import op

revision = "expressions_create_check"
down_revision = None


def upgrade():
    op.create_check_constraint("ck", "t", sa.func.char_length(sa.column("name")) > 5)
