"""The repr, the text and the attributes of types."""
import enum

import sqlalchemy as sa
from sqlalchemy.dialects import mssql as ms
from sqlalchemy.dialects import mysql as my
from sqlalchemy.dialects import oracle as ora
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects import sqlite as lite


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"


def show(made, *names):
    print(repr(made), [getattr(made, name) for name in names])


show(sa.Enum('a','b',name='x'))
show(sa.Enum('a','b'))
show(sa.Enum('a','bcd',name='x',schema='s',native_enum=False,create_constraint=True,length=20))
show(sa.Enum(Color))
show(pg.ENUM('a','b',name='x'))
show(pg.ENUM('a','b',name='x',create_type=False, schema='s'))
show(pg.ENUM(Color, name='c'))
show(my.ENUM('a','b'))
show(my.ENUM('a','b',charset='utf8', collation='x'))
show(my.VARCHAR(10))
show(my.VARCHAR(length=10, charset='utf8', collation='utf8_bin'))
show(my.VARCHAR(collation='utf8_bin', national=True))
show(my.TINYINT(1))
show(my.TINYINT(display_width=1, unsigned=True))
show(my.INTEGER(unsigned=True, zerofill=True))
show(my.DECIMAL(10,2,unsigned=True))
show(my.DOUBLE(asdecimal=True))
show(my.FLOAT(10,2))
show(my.LONGTEXT(collation='x'))
show(my.TEXT(collation='x', length=5))
show(my.DATETIME(fsp=6))
show(my.TIMESTAMP(True, fsp=6))
show(my.TIME(fsp=6))
show(my.YEAR(4))
show(my.BIT(3))
show(my.JSON())
show(my.NCHAR(3))
show(sa.String(50))
show(sa.String())
show(sa.VARCHAR(length=50, collation='C'))
show(sa.Numeric(10,2))
show(sa.Numeric(10,2,asdecimal=False))
show(sa.DECIMAL(precision=10, scale=2))
show(sa.Float(53))
show(sa.Double(53))
show(sa.DateTime(timezone=True))
show(sa.DateTime())
show(sa.TIMESTAMP(True))
show(sa.LargeBinary(3))
show(sa.ARRAY(sa.Integer))
show(sa.ARRAY(sa.Integer(), dimensions=2))
show(pg.ARRAY(sa.String(3), as_tuple=True))
show(pg.UUID())
show(pg.UUID(as_uuid=True))
show(pg.UUID(as_uuid=False))
show(sa.Uuid())
show(sa.Uuid(as_uuid=False, native_uuid=False))
show(sa.UUID())
show(pg.JSONB())
show(pg.JSONB(astext_type=sa.Text()))
show(pg.JSON(none_as_null=True))
show(sa.JSON(none_as_null=True))
show(pg.TIMESTAMP(precision=6, timezone=True))
show(pg.TIME(True, 3))
show(pg.INTERVAL())
show(pg.INTERVAL(6, 'DAY TO SECOND'))
show(sa.Interval())
show(sa.Interval(native=False, second_precision=3))
show(pg.BIT(3))
show(pg.BIT(3, varying=True))
show(pg.HSTORE())
show(pg.HSTORE(sa.Text()))
show(pg.TSVECTOR())
show(pg.INT4RANGE())
show(pg.CITEXT())
show(pg.BYTEA(3))
show(pg.OID())
show(lite.DATETIME())
show(lite.DATETIME(truncate_microseconds=True))
show(lite.DATE(storage_format='x'))
show(lite.JSON())
show(ora.NUMBER(10,2))
show(ora.VARCHAR2(3))
show(ora.TIMESTAMP(True))
show(ora.DATE())
show(ora.INTERVAL())
show(ora.CLOB())
show(ms.DATETIME2(7))
show(ms.NVARCHAR(10))
show(ms.UNIQUEIDENTIFIER())
show(ms.BIT())
show(ms.TINYINT())
show(ms.XML())
show(ms.DATETIMEOFFSET(7))
show(sa.Boolean())
show(sa.Boolean(create_constraint=True, name='x'))
show(sa.Integer().with_variant(sa.BigInteger(),'postgresql'))
show(sa.types.NullType())
show(sa.String(50).with_variant(sa.Text(), 'mysql', 'sqlite'))

show(sa.String(50, collation="C"), "length", "collation")
show(sa.Numeric(10, 2), "precision", "scale", "asdecimal", "decimal_return_scale")
show(sa.Float(), "precision", "asdecimal")
show(sa.Enum("a", "bb", name="e"), "enums", "name", "length", "native_enum", "schema", "enum_class")
show(sa.Enum(Color), "enums", "name", "enum_class")
show(pg.ENUM("a", name="e", create_type=False), "create_type", "enums")
show(my.TINYINT(1, unsigned=True), "display_width", "unsigned", "zerofill")
show(my.VARCHAR(3, charset="utf8"), "length", "charset", "national")
show(pg.TIMESTAMP(timezone=True, precision=3), "timezone", "precision")
show(sa.ARRAY(sa.Integer), "item_type", "dimensions")
show(sa.Uuid(), "as_uuid", "native_uuid")
for made in (
    sa.String(5), sa.Text(), sa.Integer(), sa.BigInteger(), sa.SmallInteger(), sa.Boolean(),
    sa.Numeric(10, 2), sa.Numeric(), sa.Float(), sa.Date(), sa.Time(), sa.DateTime(), sa.TIMESTAMP(),
    sa.LargeBinary(), sa.JSON(), sa.Uuid(), sa.UUID(), sa.Enum("a", "bcd", name="x"), sa.CHAR(3),
    sa.NVARCHAR(7), sa.VARCHAR(5, collation="de"), sa.CLOB(), sa.DECIMAL(3), sa.DOUBLE(), sa.REAL(),
    sa.DOUBLE_PRECISION(), sa.Interval(), sa.ARRAY(sa.Integer), sa.VARBINARY(3),
):
    print(str(made), "|", made.compile())
print(isinstance(sa.VARCHAR(3), sa.String), issubclass(pg.JSONB, sa.JSON), isinstance(pg.JSONB(), sa.types.JSON))
print(issubclass(my.BIGINT, sa.BigInteger), issubclass(sa.Enum, sa.String), sa.INT is sa.INTEGER)
print(sa.String.__name__, sa.String.__module__, sa.types.String is sa.String)
print(sa.Integer().python_type, sa.String().python_type, sa.Boolean().python_type)
for attempt in (
    lambda: sa.String("x", "y", "z"),
    lambda: sa.Enum("aaaa", length=2),
    lambda: sa.ARRAY(sa.ARRAY(sa.Integer)),
    lambda: sa.String(wrong=1),
    lambda: sa.Enum("a", wrong=1),
    lambda: sa.String(5).with_variant(sa.Text()),
    lambda: sa.String(5).with_variant(sa.Text(), "mysql").with_variant(sa.Text(), "mysql"),
):
    try:
        print(attempt())
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("(Background")[0])


class Money(sa.types.TypeDecorator):
    impl = sa.Numeric
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value


class Point(sa.types.UserDefinedType):
    def get_col_spec(self, **kw):
        return "POINT"


class Word(sa.String):
    def __init__(self):
        super().__init__(length=12)


show(Money(10, 2), "impl")
print(str(Money(10, 2)), Money(10, 2).precision)
print(repr(Point()), str(Point()))
print(repr(Word()), Word().length)
print(sa.Integer().compile(dialect=pg.dialect()), sa.DateTime().compile(dialect=pg.dialect()))
print(sa.DateTime().compile(dialect=my.dialect()), sa.Boolean().compile(dialect=my.dialect()))
print(pg.JSONB().compile(dialect=pg.dialect()), pg.ARRAY(sa.String(5)).compile(dialect=pg.dialect()))
