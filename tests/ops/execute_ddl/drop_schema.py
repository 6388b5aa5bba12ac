"""DROP SCHEMA CASCADE."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_drop_schema"
down_revision = None


def upgrade():
    op.execute(sa.schema.DropSchema("s", cascade=True, if_exists=True))
