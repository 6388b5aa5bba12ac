"""desc() and nulls_last()."""
import sqlalchemy as sa
from alembic import op

revision = "create_index_desc"
down_revision = None


def upgrade():
    op.create_index("ix", "t", [sa.column("a").desc(), sa.column("b").desc().nulls_last()])
