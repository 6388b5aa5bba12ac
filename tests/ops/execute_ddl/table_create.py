"""Table.create and Table.drop bring the types that no metadata owns."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "execute_ddl_table_create"
down_revision = None


def upgrade():
    metadata = sa.MetaData()
    table = sa.Table(
        "t", metadata,
        sa.Column("a", sa.Enum("x", name="own")),
        sa.Column("b", sa.Enum("y", name="of_metadata", metadata=metadata)),
        sa.Column("c", sa.ARRAY(sa.Enum("z", name="inside"))),
        sa.Column("d", postgresql.DOMAIN("dom", sa.Integer)),
    )
    table.create(op.get_bind())
    table.drop(op.get_bind())
