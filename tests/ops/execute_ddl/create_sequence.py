"""CREATE SEQUENCE."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_create_sequence"
down_revision = None


def upgrade():
    op.execute(sa.schema.CreateSequence(sa.Sequence("s")))
