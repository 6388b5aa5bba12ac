"""@compiles for types that exist."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.ext.compiler import compiles

revision = "packages_own_compiles_types"
down_revision = None


class Path(sa.types.UserDefinedType):
    pass


@compiles(Path)
def _path(type_, compiler, **kw):
    return "TEXT"


@compiles(Path, "postgresql")
def _path_postgresql(type_, compiler, **kw):
    return "LTREE"


class Document(JSONB):
    pass


@compiles(Document, "sqlite")
@compiles(Document, "mysql")
@compiles(Document, "mariadb")
def _document(type_, compiler, **kw):
    return compiler.visit_JSON(type_, **kw)


def upgrade():
    op.create_table("t", sa.Column("a", Path()), sa.Column("b", Document()))
