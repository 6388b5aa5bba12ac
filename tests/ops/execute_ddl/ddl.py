"""sa.DDL."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_ddl"
down_revision = None


def upgrade():
    op.execute(sa.DDL("ALTER TABLE t SET (fillfactor = 50)"))
