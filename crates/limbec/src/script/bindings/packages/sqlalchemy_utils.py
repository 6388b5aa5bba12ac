"""The package SQLAlchemy-Utils, as far as migrations and the models they import use it.

Covers the column types with the columns they make on each database and the values they read and write: ArrowType,
ChoiceType, ColorType, CountryType, CurrencyType, EmailType, EncryptedType and StringEncryptedType, EnrichedDateType,
EnrichedDateTimeType, IPAddressType, JSONType, LocaleType, LtreeType, PasswordType, PhoneNumberType, the range types,
ScalarListType, TimezoneType (with zoneinfo), TSVectorType, URLType, UUIDType, WeekDaysType; Choice, Country, Currency,
Ltree, Password; `force_auto_coercion` and the other listeners, which do nothing to a migration; the mixin Timestamp;
`generic_repr`; `generic_relationship` as a declaration; the views of `sqlalchemy_utils.view`. Values that need another package (arrow, colour, babel, phonenumbers, passlib, cryptography) are an error
where one is read or written. Does not cover creating and dropping databases: Limbec migrates the one it is given.
"""

import datetime as _datetime
import ipaddress as _ipaddress
import json as _json
import uuid as _uuid
from enum import Enum as _Enum

import sqlalchemy as _sa
from sqlalchemy import types as _types
from sqlalchemy.dialects import postgresql as _postgresql, sqlite as _sqlite
from sqlalchemy.ext.compiler import compiles as _compiles


class ImproperlyConfigured(Exception):
    pass


class _Foreign(_types.TypeDecorator):
    """A type whose values are objects of a package that is not here."""

    _package = None

    def process_bind_param(self, value, dialect):
        if value is None or isinstance(value, str):
            return value
        return _value_of(self)

    def process_result_value(self, value, dialect):
        return None if value is None else _value_of(self)


def _value_of(type_):
    _not_supported(f"a value of sqlalchemy_utils.{type(type_).__name__}, which needs the package {type_._package},")


def _not_supported(what):
    from _limbec import unsupported
    unsupported(f"{what} is not supported")


class Choice:
    def __init__(self, code, value):
        self.code = code
        self.value = value

    def __eq__(self, other):
        return self.code == (other.code if isinstance(other, Choice) else other)

    def __hash__(self):
        return hash(self.code)

    def __str__(self):
        return str(self.value)

    def __repr__(self):
        return f"Choice(code={self.code}, value={self.value})"


class ChoiceType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.choice"
    impl = _types.Unicode(255)
    cache_ok = True

    def __init__(self, choices, impl=None):
        self.choices = tuple(choices) if isinstance(choices, list) else choices
        self._enum = choices if isinstance(choices, type) and issubclass(choices, _Enum) else None
        if self._enum is None and not choices:
            raise ImproperlyConfigured("ChoiceType needs list of choices defined.")
        if impl:
            self.impl = impl

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if self._enum is not None:
            return self._enum(value).value
        return value.code if isinstance(value, Choice) else value

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return self._enum(value) if self._enum is not None else Choice(value, dict(self.choices)[value])


class ColorType(_Foreign):
    __module__ = "sqlalchemy_utils.types.color"
    _package = "colour"
    impl = _types.Unicode(20)
    cache_ok = True

    def __init__(self, max_length=20, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = _types.Unicode(max_length)


class _Coded:
    def __init__(self, code):
        self.code = code.code if isinstance(code, _Coded) else code

    def __eq__(self, other):
        return self.code == other.code if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash(self.code)

    def __repr__(self):
        return f"{type(self).__name__}({self.code!r})"


class Country(_Coded):
    pass


class Currency(_Coded):
    def __str__(self):
        return self.code


class _CodedType(_types.TypeDecorator):
    _class = None

    def process_bind_param(self, value, dialect):
        return value.code if isinstance(value, _Coded) else value

    def process_result_value(self, value, dialect):
        return None if value is None else self._class(value)


class CountryType(_CodedType):
    __module__ = "sqlalchemy_utils.types.country"
    _class = Country
    impl = _types.String(2)
    cache_ok = True


class CurrencyType(_CodedType):
    __module__ = "sqlalchemy_utils.types.currency"
    _class = Currency
    impl = _types.String(3)
    cache_ok = True


class EmailType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.email"
    impl = _types.Unicode
    cache_ok = True

    def __init__(self, length=255, *args, **kwargs):
        super().__init__(*args, length=length, **kwargs)

    def process_bind_param(self, value, dialect):
        return None if value is None else value.lower()


class EncryptedType(_Foreign):
    __module__ = "sqlalchemy_utils.types.encrypted.encrypted_type"
    _package = "cryptography"
    impl = _types.LargeBinary
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        super().__init__(**kwargs)
        self.underlying_type = _sa.String() if type_in is None else type_in
        self._key = key

    def process_bind_param(self, value, dialect):
        return None if value is None else _value_of(self)


class StringEncryptedType(EncryptedType):
    __module__ = "sqlalchemy_utils.types.encrypted.encrypted_type"
    impl = _types.String
    cache_ok = True


class AesEngine:
    pass


class AesGcmEngine(AesEngine):
    pass


class FernetEngine:
    pass


class EnrichedDateTimeType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.enriched_datetime.enriched_datetime_type"
    impl = _types.DateTime
    cache_ok = True

    def __init__(self, datetime_processor=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.dt_object = datetime_processor


class ArrowType(EnrichedDateTimeType):
    __module__ = "sqlalchemy_utils.types.arrow"
    _package = "arrow"
    cache_ok = True

    def __init__(self, *args, **kwargs):
        super().__init__(None, *args, **kwargs)

    def process_bind_param(self, value, dialect):
        if value is None or isinstance(value, _datetime.datetime):
            # The column keeps the moment in UTC, without its zone where it has none.
            if value is not None and value.tzinfo is not None:
                value = value.astimezone(_datetime.timezone.utc)
                return value if self.impl.timezone else value.replace(tzinfo=None)
            return value
        return _value_of(self)

    def process_result_value(self, value, dialect):
        return None if value is None else _value_of(self)


class EnrichedDateType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.enriched_datetime.enriched_date_type"
    impl = _types.Date
    cache_ok = True

    def __init__(self, date_processor=None, *args, **kwargs):
        super().__init__(*args, **kwargs)


class IPAddressType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.ip_address"
    impl = _types.Unicode(50)
    cache_ok = True

    def __init__(self, max_length=50, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = _types.Unicode(max_length)

    def process_bind_param(self, value, dialect):
        return str(value) if value else None

    def process_result_value(self, value, dialect):
        return _ipaddress.ip_address(value) if value else None


class JSONType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.json"
    impl = _types.UnicodeText
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_postgresql.JSON())
        return dialect.type_descriptor(self.impl)

    def process_bind_param(self, value, dialect):
        return value if value is None or dialect.name == "postgresql" else _json.dumps(value)

    def process_result_value(self, value, dialect):
        return value if value is None or dialect.name == "postgresql" else _json.loads(value)


class LocaleType(_Foreign):
    __module__ = "sqlalchemy_utils.types.locale"
    _package = "babel"
    impl = _types.Unicode(10)
    cache_ok = True


class Ltree:
    def __init__(self, path_or_ltree):
        self.path = path_or_ltree.path if isinstance(path_or_ltree, Ltree) else path_or_ltree

    def __len__(self):
        return len(self.path.split("."))

    def __eq__(self, other):
        if isinstance(other, (Ltree, str)):
            return str(self) == str(other)
        return NotImplemented

    def __hash__(self):
        return hash(self.path)

    def __str__(self):
        return self.path

    def __repr__(self):
        return f"Ltree({self.path!r})"

    def __add__(self, other):
        return Ltree(f"{self.path}.{other}")


class LtreeType(_types.UserDefinedType):
    __module__ = "sqlalchemy_utils.types.ltree"
    cache_ok = True

    def bind_processor(self, dialect):
        return lambda value: str(value) if value else None

    def result_processor(self, dialect, coltype):
        return lambda value: Ltree(value) if value else None


@_compiles(LtreeType, "postgresql")
def _ltree(type_, compiler, **kw):
    return "LTREE"


@_compiles(LtreeType)
def _no_ltree(type_, compiler, **kw):
    raise _sa.exc.CompileError(f"Compiler {compiler!r} can't render element of type {type_!r}")


class LQUERY(_types.UserDefinedType):
    def get_col_spec(self, **kw):
        return "LQUERY"


class LTXTQUERY(_types.UserDefinedType):
    def get_col_spec(self, **kw):
        return "LTXTQUERY"


class Password:
    def __init__(self, value, context=None, secret=False):
        self.secret = value if secret else None
        self.hash = None if secret else value.encode("utf8") if isinstance(value, str) else value
        self.context = context

    def __eq__(self, other):
        if isinstance(other, Password) or other is None or self.hash is None:
            return isinstance(other, Password) and self.hash == other.hash
        _not_supported("checking a password, which needs the package passlib,")


class PasswordType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.password"
    _package = "passlib"
    impl = _types.VARBINARY(1024)
    cache_ok = True

    def __init__(self, max_length=None, **kwargs):
        self._max_length = max_length

    @property
    def length(self):
        return 1024 if self._max_length is None else self._max_length

    def load_dialect_impl(self, dialect):
        kinds = {"postgresql": _postgresql.BYTEA, "sqlite": _sqlite.BLOB}
        return dialect.type_descriptor(kinds.get(dialect.name, _types.VARBINARY)(self.length))

    def process_bind_param(self, value, dialect):
        if isinstance(value, Password) and value.secret is None:
            return value.hash
        # A secret would have to be hashed.
        return value if value is None or isinstance(value, bytes) else _value_of(self)

    def process_result_value(self, value, dialect):
        return None if value is None else Password(value)


class PhoneNumberType(_Foreign):
    __module__ = "sqlalchemy_utils.types.phone_number"
    _package = "phonenumbers"
    impl = _types.Unicode(20)
    cache_ok = True

    def __init__(self, region="US", max_length=20, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.region = region
        self.impl = _types.Unicode(max_length)

    def process_bind_param(self, value, dialect):
        # The number is normalised on its way.
        return value if not value else _value_of(self)


class _RangeType(_Foreign):
    _package = "intervals"
    cache_ok = True

    def __init__(self, *args, step=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.step = step

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(self.impl)
        return dialect.type_descriptor(_sa.String(255))


class DateRangeType(_RangeType):
    __module__ = "sqlalchemy_utils.types.range"
    impl = _postgresql.DATERANGE


class DateTimeRangeType(_RangeType):
    __module__ = "sqlalchemy_utils.types.range"
    impl = _postgresql.TSRANGE


class Int8RangeType(_RangeType):
    __module__ = "sqlalchemy_utils.types.range"
    impl = _postgresql.INT8RANGE


class IntRangeType(_RangeType):
    __module__ = "sqlalchemy_utils.types.range"
    impl = _postgresql.INT4RANGE


class NumericRangeType(_RangeType):
    __module__ = "sqlalchemy_utils.types.range"
    impl = _postgresql.NUMRANGE


class ScalarListException(Exception):
    pass


class ScalarListType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.scalar_list"
    impl = _types.UnicodeText()
    cache_ok = True

    def __init__(self, coerce_func=str, separator=","):
        self.separator = str(separator)
        self.coerce_func = coerce_func

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        items = [str(item) for item in value]
        if any(self.separator in item for item in items):
            raise ScalarListException(
                "List values can't contain string '%s' (its being used as separator. If you wish for scalar list values "
                "to contain these strings, use a different separator string.)" % self.separator
            )
        return self.separator.join(items)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return [self.coerce_func(item) for item in value.split(self.separator)] if value else []


class TimezoneType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.timezone"
    impl = _types.Unicode(50)
    cache_ok = True

    def __init__(self, backend="dateutil"):
        if backend not in ("dateutil", "pytz", "zoneinfo"):
            raise ImproperlyConfigured(
                "'pytz', 'dateutil' or 'zoneinfo' are the backends supported for 'TimezoneType'"
            )
        self.backend = backend
        self._package = backend

    def process_bind_param(self, value, dialect):
        return str(value) if value else None

    def process_result_value(self, value, dialect):
        if not value:
            return None
        if self.backend != "zoneinfo":
            return _value_of(self)
        import zoneinfo
        return zoneinfo.ZoneInfo(value)


class TSVectorType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.ts_vector"
    impl = _postgresql.TSVECTOR
    cache_ok = True
    # The options of sqlalchemy_searchable, once a project has called make_searchable().
    _searchable = None

    def __init__(self, *args, **kwargs):
        self.columns = args
        self.options = kwargs
        super().__init__()

    def _limbec_attached(self, column, table):
        searchable = self._searchable
        if searchable is not None and self.options.get("auto_index", searchable.auto_index):
            _sa.Index(f"ix_{table.name}_{column.name}", column, postgresql_using="gin")


class URLType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.url"
    impl = _types.UnicodeText
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value if isinstance(value, str) else None


class UUIDType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.uuid"
    impl = _types.BINARY(16)
    python_type = _uuid.UUID
    cache_ok = True

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native

    def __repr__(self):
        said = [] if self.binary else ["binary=False"]
        said += [] if self.native else ["native=False"]
        return f"UUIDType({', '.join(said)})"

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return dialect.type_descriptor(_postgresql.UUID())
        return dialect.type_descriptor(self.impl if self.binary else _types.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if not isinstance(value, _uuid.UUID):
            try:
                value = _uuid.UUID(value)
            except (TypeError, ValueError):
                value = _uuid.UUID(bytes=value)
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return str(value)
        return value.bytes if self.binary else value.hex

    def process_result_value(self, value, dialect):
        if value is None or isinstance(value, _uuid.UUID):
            return value
        if self.binary and not (self.native and dialect.name in ("postgresql", "cockroachdb")):
            return _uuid.UUID(bytes=value)
        return _uuid.UUID(value)


class BitType(_types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.bit"
    impl = _types.BINARY
    cache_ok = True

    def __init__(self, length=1, **kwargs):
        self.length = length
        super().__init__(**kwargs)

    def load_dialect_impl(self, dialect):
        kinds = {"postgresql": _postgresql.BIT, "sqlite": _sa.String}
        return dialect.type_descriptor(kinds.get(dialect.name, _types.BINARY)(self.length))


class WeekDaysType(_Foreign):
    __module__ = "sqlalchemy_utils.types.weekdays"
    _package = "babel"
    impl = BitType(7)
    cache_ok = True


class CompositeType(_types.UserDefinedType):
    __module__ = "sqlalchemy_utils.types.pg_composite"

    def __init__(self, name, columns, quote=None, **kwargs):
        self.name = name
        self.columns = columns

    def get_col_spec(self, **kw):
        return self.name


class Timestamp:
    created = _sa.Column(_sa.DateTime, default=_datetime.datetime.utcnow, nullable=False)
    updated = _sa.Column(_sa.DateTime, default=_datetime.datetime.utcnow, nullable=False)


def generic_repr(*fields):
    if len(fields) == 1 and isinstance(fields[0], type):
        return fields[0]
    return lambda class_: class_


class _GenericRelationship:
    """An attribute that leads to rows of several tables; the columns that say which are declared beside it."""

    def __get__(self, instance, owner):
        if instance is None:
            return self
        from _limbec import unsupported
        unsupported("reading an attribute of sqlalchemy_utils.generic_relationship()")

    def __set__(self, instance, value):
        from _limbec import unsupported
        unsupported("setting an attribute of sqlalchemy_utils.generic_relationship()")


def generic_relationship(discriminator, id, *args, **kwargs):
    return _GenericRelationship()


def force_auto_coercion(mapper=None):
    pass


def force_instant_defaults(mapper=None):
    pass


def auto_delete_orphans(attr):
    pass


def escape_like(string, escape_char="*"):
    for special in (escape_char, "%", "_"):
        string = string.replace(special, escape_char + special)
    return string


def create_database(url, encoding="utf8", template=None):
    _not_supported("sqlalchemy_utils.create_database(): Limbec migrates the database it is given, and making one")


def drop_database(url):
    _not_supported("sqlalchemy_utils.drop_database(): Limbec migrates the database it is given, and dropping one")


def database_exists(url):
    """Whether a run could connect: that of this run exists, and a file of SQLite is made by it."""
    if _sa.engine.make_url(url).get_backend_name() == "sqlite":
        import os
        name = _sa.engine.make_url(url).database
        return not name or name == ":memory:" or os.path.exists(name)
    _not_supported("sqlalchemy_utils.database_exists() for a server")


class CreateView(_sa.schema.DDLElement):
    """A view, which is made when the element is executed."""

    def __init__(self, name, selectable, materialized=False, replace=False):
        if materialized and replace:
            raise ValueError("Cannot use CREATE OR REPLACE with materialized views")
        self.name, self.selectable = name, selectable
        self.materialized, self.replace = materialized, replace


class DropView(_sa.schema.DDLElement):
    def __init__(self, name, materialized=False, cascade=True):
        self.name, self.materialized, self.cascade = name, materialized, cascade


class RefreshMaterializedView(_sa.sql.expression.Executable, _sa.sql.expression.ClauseElement):
    def __init__(self, name, concurrently):
        self.name, self.concurrently = name, concurrently


def _view_name(element, compiler):
    return compiler.dialect.identifier_preparer.quote(element.name)


@_compiles(CreateView)
def _create_view_text(element, compiler, **kw):
    words = ("OR REPLACE " if element.replace else "") + ("MATERIALIZED " if element.materialized else "")
    query = compiler.sql_compiler.process(element.selectable, literal_binds=True)
    return f"CREATE {words}VIEW {_view_name(element, compiler)} AS {query}"


@_compiles(DropView)
def _drop_view_text(element, compiler, **kw):
    kind = "MATERIALIZED VIEW" if element.materialized else "VIEW"
    end = "CASCADE" if element.cascade else ""
    return f"DROP {kind} IF EXISTS {_view_name(element, compiler)} {end}"


@_compiles(RefreshMaterializedView)
def _refresh_text(element, compiler, **kw):
    word = "CONCURRENTLY " if element.concurrently else ""
    return f"REFRESH MATERIALIZED VIEW {word}{_view_name(element, compiler)}"


def refresh_materialized_view(session, name, concurrently=False):
    session.flush()
    session.execute(RefreshMaterializedView(name, concurrently))


def create_table_from_selectable(name, selectable, indexes=None, metadata=None, aliases=None, **kwargs):
    """A table with the columns of a query, all of them its key where the query has none."""
    aliases = aliases or {}
    found = list(selectable.selected_columns)
    columns = [_sa.Column(c.name, c.type, key=aliases.get(c.name, c.name), primary_key=getattr(c, "primary_key", False)) for c in found]
    table = _sa.Table(name, metadata or _sa.MetaData(), *columns, *(indexes or []), **kwargs)
    if not any(column.primary_key for column in columns):
        table.append_constraint(_sa.PrimaryKeyConstraint(*[column.name for column in found]))
    return table


def _with_metadata(metadata, create, drop, table):
    def create_indexes(target, connection, **kw):
        for index in table.indexes:
            index.create(connection)

    _sa.event.listen(metadata, "after_create", create)
    _sa.event.listen(metadata, "after_create", create_indexes)
    _sa.event.listen(metadata, "before_drop", drop)
    return table


def create_view(name, selectable, metadata, cascade_on_drop=True, replace=False):
    table = create_table_from_selectable(name, selectable)
    drop = DropView(name, cascade=cascade_on_drop)
    return _with_metadata(metadata, CreateView(name, selectable, replace=replace), drop, table)


def create_materialized_view(name, selectable, metadata, indexes=None, aliases=None):
    table = create_table_from_selectable(name, selectable, indexes, aliases=aliases)
    drop = DropView(name, materialized=True)
    return _with_metadata(metadata, CreateView(name, selectable, materialized=True), drop, table)
