"""Identity columns."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_identity"
down_revision = None


def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=True, start=10, increment=5, minvalue=1, maxvalue=1000, cycle=True, cache=7)),
        sa.Column("m", sa.Integer(), sa.Identity(nominvalue=True, nomaxvalue=True, cycle=False), nullable=True),
    )
