"""A name marked by op.f that is too long is cut."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_name_too_long_final"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.UniqueConstraint("a", name=op.f("uq_" + "x" * 70)),
    )
