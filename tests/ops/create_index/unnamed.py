"""No name: the default convention."""
from alembic import op

revision = "create_index_unnamed"
down_revision = None


def upgrade():
    op.create_index(None, "t", ["a", "b"])
