"""Exclusion constraints, in the table and added to it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "028"
down_revision = "027"


def upgrade():
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    op.create_table(
        "exclude_booking",
        sa.Column("room", sa.Integer()), sa.Column("during", postgresql.TSRANGE()), sa.Column("cancelled", sa.Boolean()),
        postgresql.ExcludeConstraint(("room", "="), ("during", "&&"), name="exclude_booking_overlap", where=sa.text("NOT cancelled"), using="gist"),
    )
    op.create_exclude_constraint("exclude_booking_deferred", "exclude_booking", ("room", "="), ("during", "&&"), deferrable=True, initially="DEFERRED")
    op.create_exclude_constraint("exclude_booking_ops", "exclude_booking", (sa.column("room"), "<>"), where="room > 0", ops={"room": "gist_int4_ops"})


def downgrade():
    op.drop_constraint("exclude_booking_ops", "exclude_booking")
    op.drop_constraint("exclude_booking_deferred", "exclude_booking")
    op.drop_table("exclude_booking")
    op.execute("DROP EXTENSION btree_gist")
