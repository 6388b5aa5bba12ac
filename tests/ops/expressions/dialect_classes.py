from typing import Union

import sqlalchemy as sa
from alembic import op
from sqlalchemy import orm
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.dialects.mysql.base import MySQLDialect
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine.default import DefaultDialect

revision = "dialect_classes"
down_revision = None
labels: Union[str, sa.Sequence[str], None] = None


def upgrade():
    dialect = op.get_bind().dialect
    for kind in (PGDialect, MySQLDialect, SQLiteDialect, PGDialect_asyncpg, DefaultDialect,
                 postgresql.dialect, mysql.dialect, sqlite.dialect):
        if isinstance(dialect, kind):
            op.execute("SELECT '%s of %s'" % (kind.__name__, dialect.name))
    op.execute("SELECT '%s'" % [c.__name__ for c in (postgresql.dialect, mysql.dialect, sqlite.dialect)][0])
    session = orm.Session(bind=op.get_bind())
    try:
        session.execute(sa.text("SELECT 1"))
        op.execute("SELECT 'never'")
    except Exception as problem:
        session.rollback()
        op.execute("SELECT '%s'" % type(problem).__name__)
