"""INHERITS."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_postgresql_inherits"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer()),
        postgresql_inherits=("parent", "Other"),
    )
