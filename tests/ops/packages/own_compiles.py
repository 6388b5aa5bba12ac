"""@compiles for types, expressions and DDL."""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDLElement
from sqlalchemy.sql import expression
from sqlalchemy.types import DateTime

revision = "packages_own_compiles"
down_revision = None


class utcnow(expression.FunctionElement):
    type = DateTime()
    inherit_cache = True


@compiles(utcnow)
def _default(element, compiler, **kw):
    return "CURRENT_TIMESTAMP"


@compiles(utcnow, "postgresql")
def _postgresql(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"


class CreateView(DDLElement):
    def __init__(self, name, query):
        self.name = name
        self.query = query


class DropView(DDLElement):
    def __init__(self, name):
        self.name = name


@compiles(CreateView)
def _create_view(element, compiler, **kw):
    return "CREATE VIEW %s AS %s" % (
        compiler.preparer.quote(element.name), compiler.sql_compiler.process(element.query, literal_binds=True)
    )


@compiles(DropView)
def _drop_view(element, compiler, **kw):
    return "DROP VIEW %s" % element.name


@compiles(DropView, "postgresql")
def _drop_view_postgresql(element, compiler, **kw):
    return "DROP VIEW %s CASCADE" % element.name


class greatest(expression.FunctionElement):
    name = "greatest"
    inherit_cache = True


@compiles(greatest, "sqlite")
def _greatest_sqlite(element, compiler, **kw):
    return "max(%s)" % compiler.process(element.clauses, **kw)


@compiles(greatest)
def _greatest(element, compiler, **kw):
    return "greatest(%s)" % compiler.process(element.clauses, **kw)


def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer), sa.Column("at", sa.DateTime, server_default=utcnow(), nullable=False))
    t = sa.table("t", sa.column("id", sa.Integer), sa.column("at", sa.DateTime))
    op.execute(CreateView("Big", sa.select(t).where(t.c.id > 5)))
    op.execute(t.update().values(at=utcnow()))
    op.execute(t.update().values(id=greatest(t.c.id, 3)))
    op.execute(DropView("Big"))
