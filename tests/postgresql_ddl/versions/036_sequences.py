"""Sequences by themselves, as defaults, with options."""

import sqlalchemy as sa
from alembic import op

revision = "036"
down_revision = "035"


def upgrade():
    op.execute(sa.schema.CreateSequence(sa.Sequence("seq_plain")))
    op.execute(sa.schema.CreateSequence(sa.Sequence("seq_all", start=5, increment=2, minvalue=1, maxvalue=500, cycle=True, cache=3, data_type=sa.SmallInteger())))
    op.execute(sa.schema.CreateSequence(sa.Sequence("seq_no", nominvalue=True, nomaxvalue=True, cycle=False), if_not_exists=True))
    sa.Sequence("seq_made").create(op.get_bind())
    sa.Sequence("seq_made").create(op.get_bind(), checkfirst=True)
    op.create_table(
        "sequences",
        sa.Column("id", sa.Integer(), sa.Sequence("seq_plain"), server_default=sa.Sequence("seq_plain").next_value(), primary_key=True),
        sa.Column("n", sa.BigInteger(), server_default=sa.text("nextval('seq_all'::regclass)"), nullable=False),
        sa.Column("m", sa.Integer(), default=sa.Sequence("seq_no").next_value()),
    )
    op.execute("ALTER SEQUENCE seq_plain OWNED BY sequences.id")
    op.execute("SELECT setval('seq_made', 42)")
    op.execute("INSERT INTO sequences DEFAULT VALUES")


def downgrade():
    op.drop_table("sequences")
    op.execute(sa.schema.DropSequence(sa.Sequence("seq_all")))
    op.execute(sa.schema.DropSequence(sa.Sequence("seq_no"), if_exists=True))
    sa.Sequence("seq_made").drop(op.get_bind(), checkfirst=False)
    sa.Sequence("seq_made").drop(op.get_bind(), checkfirst=True)
