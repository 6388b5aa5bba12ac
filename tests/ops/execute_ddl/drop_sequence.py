"""DROP SEQUENCE."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_drop_sequence"
down_revision = None


def upgrade():
    op.execute(sa.schema.DropSequence(sa.Sequence("s", schema="x")))
