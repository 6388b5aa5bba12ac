"""What the lines of the tables may use: SQLAlchemy, the dialects' own types, and types of a project."""

import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
import sqlalchemy_utils as su
import sqlmodel
from sqlalchemy import *
from sqlalchemy import types
from sqlalchemy.dialects import mysql, postgresql as pg, sqlite
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.sql import expression
from sqlalchemy.types import NullType, TypeDecorator, UserDefinedType


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"


class Mood(str, enum.Enum):
    glad = "glad"
    sad = "it's sad"


class Level(enum.IntEnum):
    low = 1
    high = 2


def values(cls):
    return [member.value for member in cls]


class Lower(TypeDecorator):
    impl = String
    cache_ok = True


class Email(TypeDecorator):
    impl = String(120)
    cache_ok = True

    def __init__(self, strict=True):
        super().__init__()
        self.strict = strict


class Guid(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(pg.UUID())
        return dialect.type_descriptor(CHAR(32))


class Document(TypeDecorator):
    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(pg.JSONB(astext_type=Text()))
        return dialect.type_descriptor(JSON())


class Aware(TypeDecorator):
    impl = DateTime(timezone=True)
    cache_ok = True


class Money(TypeDecorator):
    impl = Numeric
    cache_ok = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Twice(TypeDecorator):
    impl = Email
    cache_ok = True


class Point(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "POINT"


class Code(UserDefinedType):
    cache_ok = True

    def __init__(self, length):
        self.length = length

    def get_col_spec(self, **kw):
        return f"CHAR({self.length})"
