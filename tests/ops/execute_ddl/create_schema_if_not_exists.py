"""CREATE SCHEMA IF NOT EXISTS."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_create_schema_if_not_exists"
down_revision = None


def upgrade():
    op.execute(sa.schema.CreateSchema("Big", if_not_exists=True))
