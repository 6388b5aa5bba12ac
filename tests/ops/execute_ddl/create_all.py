"""metadata.create_all and drop_all write types, sequences, tables and comments in order."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_create_all"
down_revision = None


def upgrade():
    metadata = sa.MetaData(schema="s")
    kind = sa.Enum("a", "b", name="kind", metadata=metadata)
    sa.Table("child", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("parent_id", sa.ForeignKey("parent.id")), sa.Column("kind", kind))
    sa.Table("parent", metadata, sa.Column("id", sa.BigInteger, primary_key=True), sa.Column("colour", sa.Enum("red", name="colour")))
    metadata.create_all(op.get_bind())
    metadata.drop_all(op.get_bind())
