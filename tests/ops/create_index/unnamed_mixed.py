"""No name: a column without its table gives its bare name."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_unnamed_mixed"
down_revision = None


def upgrade():
    op.create_index(None, "t", [sa.column("a").desc(), "b"])
