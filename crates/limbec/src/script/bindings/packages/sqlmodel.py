"""The package SQLModel, as far as migrations use it.

Covers the column types AutoString and UTCDateTime (and GUID of its first versions), and the names of SQLAlchemy that the
package passes on.
"""

import uuid as _uuid

import sqlalchemy as _sa
from sqlalchemy import types as _types
from sqlalchemy.dialects import postgresql as _postgresql


class AutoString(_types.TypeDecorator):
    __module__ = "sqlmodel.sql.sqltypes"
    impl = _types.String
    cache_ok = True
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(_types.String(self.mysql_default_length))
        return super().load_dialect_impl(dialect)
