"""A UserDefinedType of the script's own."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import UserDefinedType

revision = "packages_own_user_type"
down_revision = None


class Money(UserDefinedType):
    cache_ok = True

    def __init__(self, precision=8):
        self.precision = precision

    def get_col_spec(self, **kw):
        return f"MONEY({self.precision})"

    def bind_processor(self, dialect):
        def process(value):
            return f"{value} EUR"
        return process


def upgrade():
    op.create_table("t", sa.Column("a", Money(9), nullable=False), sa.Column("b", Money))
    op.add_column("t", sa.Column("c", Money(2), server_default="1"))
    op.alter_column("t", "a", type_=Money(10), existing_type=sa.Integer())
