"""The package pgvector, as far as migrations use it.

Covers the column types of `pgvector.sqlalchemy`: Vector (VECTOR), HALFVEC, BIT and SPARSEVEC, with their dimensions and
their texts in the database. Does not cover the distance operators of columns and the functions `avg` and `sum`.
"""

from sqlalchemy.dialects.postgresql import BIT as _PostgresqlBit
from sqlalchemy.types import TypeDecorator as _TypeDecorator, UserDefinedType as _UserDefinedType


class _Dimensions(_UserDefinedType):
    cache_ok = True
    _name = ""

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return self._name if self.dim is None else "%s(%d)" % (self._name, self.dim)


class _Numbers(_Dimensions):
    def bind_processor(self, dialect):
        return _numbers_to_text

    def result_processor(self, dialect, coltype):
        return _text_to_numbers


def _numbers_to_text(value):
    if value is None or isinstance(value, str):
        return value
    return "[" + ",".join(str(float(number)) for number in value) + "]"


def _text_to_numbers(value):
    if value is None or not isinstance(value, str):
        return value
    inside = value[1:-1]
    return [float(number) for number in inside.split(",")] if inside else []


class VECTOR(_Numbers):
    __module__ = "pgvector.sqlalchemy.vector"
    _name = "VECTOR"


Vector = VECTOR


class HALFVEC(_Numbers):
    __module__ = "pgvector.sqlalchemy.halfvec"
    _name = "HALFVEC"


class SPARSEVEC(_Dimensions):
    __module__ = "pgvector.sqlalchemy.sparsevec"
    _name = "SPARSEVEC"


class BIT(_TypeDecorator):
    __module__ = "pgvector.sqlalchemy.bit"
    impl = _PostgresqlBit
    cache_ok = True
