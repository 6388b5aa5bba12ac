import sqlalchemy as sa
from alembic import op

revision = "column_object_without_change"
down_revision = None


def upgrade():
    # A column in the place of its name, and nothing to change: there is nothing to do.
    op.alter_column("account", sa.Column("active", sa.Boolean(), server_default="false", nullable=False))
    op.add_column("account", sa.Column("active", sa.Boolean(), server_default="false", nullable=False))
