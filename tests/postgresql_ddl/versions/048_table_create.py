"""Table.create and Table.drop, with and without a look first; types of tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "048"
down_revision = "047"


def tables():
    metadata = sa.MetaData()
    first = sa.Table("table_create_1", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("size", sa.Enum("s", "m", name="table_create_size")))
    second = sa.Table("table_create_2", metadata, sa.Column("id", sa.ForeignKey("table_create_1.id"), primary_key=True), sa.Column("colour", postgresql.ENUM("red", name="table_create_colour")), sa.Column("n", sa.Text, index=True))
    return first, second


def upgrade():
    bind = op.get_bind()
    first, second = tables()
    first.create(bind, checkfirst=True)
    first.create(bind, checkfirst=True)
    second.create(bind)
    sa.Index("ix_table_create_late", second.c.colour).create(bind)
    sa.Index("ix_table_create_late", second.c.colour).create(bind, checkfirst=True)


def downgrade():
    bind = op.get_bind()
    first, second = tables()
    sa.Index("ix_table_create_late", second.c.colour).drop(bind)
    second.drop(bind)
    first.drop(bind, checkfirst=True)
    first.drop(bind, checkfirst=True)
