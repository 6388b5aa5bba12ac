"""DropIndex keeps the options of the index."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_drop_index_concurrently"
down_revision = None


def upgrade():
    t = sa.Table("t", sa.MetaData(), sa.Column("b", sa.Integer))
    index = sa.Index("ix", t.c.b, postgresql_concurrently=True, unique=True)
    op.execute(sa.schema.CreateIndex(index, if_not_exists=True))
    op.execute(sa.schema.DropIndex(index, if_exists=True))
