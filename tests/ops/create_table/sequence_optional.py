"""An optional sequence."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_sequence_optional"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), sa.Sequence("t_id_seq", optional=True), primary_key=True),
    )
