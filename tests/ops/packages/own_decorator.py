"""A TypeDecorator of the script's own."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.types import TypeDecorator

revision = "packages_own_decorator"
down_revision = None


class GUID(TypeDecorator):
    impl = sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.VARCHAR(40))
        return dialect.type_descriptor(sa.CHAR(32))

    def process_bind_param(self, value, dialect):
        return None if value is None else f"{dialect.name}:{value}"


class Trimmed(TypeDecorator):
    impl = sa.String(20)

    def process_bind_param(self, value, dialect):
        return value.strip() if value else value


class Small(TypeDecorator):
    impl = sa.Integer

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = sa.SmallInteger()


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", GUID(), primary_key=True),
        sa.Column("b", GUID),
        sa.Column("c", Trimmed),
        sa.Column("d", Small()),
        sa.Column("e", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")),
    )
    op.bulk_insert(sa.table("t", sa.column("a", GUID())), [{"a": 1}, {"a": None}])
    op.execute(sa.table("t", sa.column("a", GUID())).update().values(a=5).where(sa.column("a", GUID()) == 7))
    op.execute(sa.insert(sa.table("t", sa.column("c", sa.String()))).values(c=sa.literal("x ", Trimmed())))
