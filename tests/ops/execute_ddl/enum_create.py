"""ENUM.create() does nothing on a database that has no enumerations."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "execute_ddl_enum_create"
down_revision = None


def upgrade():
    op.execute("SELECT 1")
    sa.Enum("a", name="generic").create(op.get_bind(), checkfirst=True)
    sa.Enum("a", name="generic").drop(op.get_bind())
    kind = postgresql.ENUM("a", "b", name="kind")
    kind.create(op.get_bind(), checkfirst=False)
    kind.drop(op.get_bind(), checkfirst=True)
