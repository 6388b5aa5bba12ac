"""Types as constructs and by their methods."""

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "execute_ddl_named_types"
down_revision = None


def upgrade():
    kind = postgresql.ENUM("a", "it's", name="kind", schema="s")
    op.execute(postgresql.CreateEnumType(kind))
    op.execute(postgresql.DropEnumType(kind))
    zip_code = postgresql.DOMAIN("zip", sa.String(5), not_null=True, check="VALUE <> ''")
    op.execute(postgresql.CreateDomainType(zip_code))
    op.execute(postgresql.DropDomainType(zip_code))
