"""CreateTable of a Table."""
import sqlalchemy as sa
from alembic import op

revision = "execute_ddl_create_table_construct"
down_revision = None


def upgrade():
    t = sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Enum("x", name="e")))
    op.execute(sa.schema.CreateTable(t))
