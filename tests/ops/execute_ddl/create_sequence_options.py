"""CREATE SEQUENCE with every option."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_create_sequence_options"
down_revision = None


def upgrade():
    op.execute(sa.schema.CreateSequence(sa.Sequence("S", schema="x", start=5, increment=2, minvalue=1, maxvalue=9, cycle=True, cache=3, data_type=sa.BigInteger())))
