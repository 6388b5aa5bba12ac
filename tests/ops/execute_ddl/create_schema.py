"""CREATE SCHEMA."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_create_schema"
down_revision = None


def upgrade():
    op.execute(sa.schema.CreateSchema("s"))
