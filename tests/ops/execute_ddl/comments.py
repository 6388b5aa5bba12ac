"""Constructs that set and drop comments."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_comments"
down_revision = None


def upgrade():
    t = sa.Table("t", sa.MetaData(), sa.Column("b", sa.Text, comment="it's"), comment="of the table", schema="s")
    op.execute(sa.schema.SetTableComment(t))
    op.execute(sa.schema.DropTableComment(t))
