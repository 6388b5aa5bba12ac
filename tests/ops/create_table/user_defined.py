"""A UserDefinedType of the script."""
import sqlalchemy as sa
from alembic import op

revision = "create_table_user_defined"
down_revision = None

class Vector(sa.types.UserDefinedType):
    def __init__(self, dim):
        self.dim = dim

    def get_col_spec(self, **kw):
        return "VECTOR(%d)" % self.dim


def upgrade():
    op.create_table(
        "t",
        sa.Column("a", Vector(3)),
    )
