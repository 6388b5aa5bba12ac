"""IF NOT EXISTS."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_create_sequence_if_not_exists"
down_revision = None


def upgrade():
    op.execute(sa.schema.CreateSequence(sa.Sequence("s", nominvalue=True, nomaxvalue=True, cycle=False), if_not_exists=True))
