"""To a native enum."""
import sqlalchemy as sa
from alembic import op

revision = "alter_column_enum_native"
down_revision = None


def upgrade():
    op.alter_column("t", "a", existing_type=sa.String(5), type_=sa.Enum("x", "y", name="kind"), postgresql_using="a::kind", existing_nullable=False)
