"""A sequence as the default of the key."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sequence_default"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), sa.Sequence("t_id_seq"), primary_key=True),
    )
