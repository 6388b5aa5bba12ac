"""A length of zero."""
import sqlalchemy as sa
from alembic import op

revision = "types_string_zero"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("c1", sa.String(0)),
    )
