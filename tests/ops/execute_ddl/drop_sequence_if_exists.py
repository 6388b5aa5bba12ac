"""IF EXISTS."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_drop_sequence_if_exists"
down_revision = None


def upgrade():
    op.execute(sa.schema.DropSequence(sa.Sequence("s"), if_exists=True))
