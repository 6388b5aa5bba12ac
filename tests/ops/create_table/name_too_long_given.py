"""A name given by the script that is too long."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_name_too_long_given"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.UniqueConstraint("a", name="x" * 70),
    )
