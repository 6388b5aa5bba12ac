"""A TypeDecorator of the script."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_table_type_decorator"
down_revision = None

class Lower(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True


class Guid(sa.types.TypeDecorator):
    impl = sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(sa.CHAR(32))


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", Lower(20)),
        sa.Column("b", Guid()),
    )
