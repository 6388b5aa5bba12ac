"""Names that need quotes."""
from alembic import op

revision = "create_index_quoted"
down_revision = None


def upgrade():
    op.create_index("IX", "Order", ["group", "b"])
