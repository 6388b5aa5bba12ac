"""GENERATED ... AS IDENTITY with every option."""

import sqlalchemy as sa
from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    op.create_table(
        "identity_all",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True, start=10, increment=5, minvalue=10, maxvalue=100000, cycle=True, cache=7), primary_key=True),
        sa.Column("x", sa.Text()),
    )
    op.create_table("identity_plain", sa.Column("id", sa.Integer(), sa.Identity(), primary_key=True))
    op.create_table("identity_no", sa.Column("id", sa.SmallInteger(), sa.Identity(nominvalue=True, nomaxvalue=True, cycle=False), nullable=False))
    op.create_table("identity_down", sa.Column("id", sa.Integer(), sa.Identity(start=-1, increment=-1, minvalue=-1000, maxvalue=-1), primary_key=True))
    op.execute("INSERT INTO identity_all (x) VALUES ('one'), ('two')")


def downgrade():
    op.drop_table("identity_down")
    op.drop_table("identity_no")
    op.drop_table("identity_plain")
    op.drop_table("identity_all")
