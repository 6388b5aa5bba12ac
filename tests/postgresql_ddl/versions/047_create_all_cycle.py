"""Tables that refer to each other are altered afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "047"
down_revision = "046"


def tables():
    metadata = sa.MetaData()
    sa.Table("cycle_a", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("b_id", sa.Integer, sa.ForeignKey("cycle_b.id", name="fk_cycle_a")))
    sa.Table("cycle_b", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a_id", sa.Integer, sa.ForeignKey("cycle_a.id", name="fk_cycle_b")))
    sa.Table("cycle_c", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a_id", sa.Integer, sa.ForeignKey("cycle_a.id", use_alter=True, name="fk_cycle_c")))
    return metadata


def upgrade():
    tables().create_all(op.get_bind())


def downgrade():
    tables().drop_all(op.get_bind(), checkfirst=False)
