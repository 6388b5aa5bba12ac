"""WITH and TABLESPACE."""
from alembic import op

revision = "create_index_with"
down_revision = None


def upgrade():
    op.create_index("ix", "t", ["a"], postgresql_with={"fillfactor": 50, "x": "y"}, postgresql_tablespace="Fast")
