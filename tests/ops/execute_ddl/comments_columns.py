"""Constructs that set and drop comments of columns."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_comments_columns"
down_revision = None


def upgrade():
    t = sa.Table("t", sa.MetaData(), sa.Column("b", sa.Text, comment="it's"), schema="s")
    op.execute(sa.schema.SetColumnComment(t.c.b))
    op.execute(sa.schema.DropColumnComment(t.c.b))
