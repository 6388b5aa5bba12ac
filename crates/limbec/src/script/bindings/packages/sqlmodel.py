"""The package SQLModel, as far as migrations and the models they import use it.

Covers SQLModel with `table=True` and without, Field with all its column options, Relationship, the column types
AutoString, UTCDateTime and GUID, `Session`, `select`, and the names of SQLAlchemy that the package passes on. Columns are
those of SQLModel 0.0.50. Does not cover checking the values of objects that are no settings.
"""

import datetime as _datetime
import decimal as _decimal
import enum as _enum
import ipaddress as _ipaddress
import pathlib as _pathlib
import typing as _typing
import types as _types_of_python
import uuid as _uuid

import pydantic as _pydantic
import sqlalchemy as _sa
from sqlalchemy import types
from sqlalchemy.dialects import postgresql as _postgresql
from sqlalchemy.orm import DeclarativeBase as _DeclarativeBase, Session as _Session, relationship as _relationship

_UNDEFINED = _pydantic.PydanticUndefined


class AutoString(types.TypeDecorator):
    __module__ = "sqlmodel.sql.sqltypes"
    impl = types.String
    cache_ok = True
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(types.String(self.mysql_default_length))
        return super().load_dialect_impl(dialect)


class UTCDateTime(types.TypeDecorator):
    __module__ = "sqlmodel.sql.sqltypes"
    impl = types.DateTime
    cache_ok = True

    def __init__(self):
        super().__init__(timezone=True)

    def __repr__(self):
        return "UTCDateTime()"

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(
                "Datetime values must have timezone information. Use datetime.now(timezone.utc), or annotate the field "
                "with NaiveDatetime for naive storage."
            )
        return value.astimezone(_datetime.timezone.utc)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        if value.utcoffset() is None:
            return value.replace(tzinfo=_datetime.timezone.utc)
        return value.astimezone(_datetime.timezone.utc)


class GUID(types.TypeDecorator):
    """The type of UUIDs before version 0.0.20."""

    __module__ = "sqlmodel.sql.sqltypes"
    impl = types.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_postgresql.UUID())
        return dialect.type_descriptor(types.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if not isinstance(value, _uuid.UUID):
            value = _uuid.UUID(value)
        return str(value) if dialect.name == "postgresql" else value.hex

    def process_result_value(self, value, dialect):
        return value if value is None or isinstance(value, _uuid.UUID) else _uuid.UUID(value)


class FieldInfo(_pydantic.FieldInfo):
    pass


_COLUMN_OPTIONS = (
    "primary_key", "foreign_key", "ondelete", "unique", "nullable", "index", "sa_type", "sa_column", "sa_column_args",
    "sa_column_kwargs",
)


def Field(default=_UNDEFINED, **options):
    if options.get("sa_column") is not None:
        for name in _COLUMN_OPTIONS:
            if name != "sa_column" and name in options:
                shown = {"sa_column_args": "sa_column_args", "sa_column_kwargs": "sa_column_kwargs"}.get(name, name)
                raise RuntimeError(f"Passing {shown} is not supported when also passing a sa_column")
    if options.get("ondelete") is not None and not options.get("foreign_key"):
        raise RuntimeError("ondelete can only be used with foreign_key")
    return FieldInfo(default, **options)


class RelationshipInfo:
    def __init__(self, **options):
        self.options = options


def Relationship(**options):
    return RelationshipInfo(**options)


def _kind(hint):
    """The class behind an annotation, whether it may be None, and the limits beside it."""
    nullable, limits = False, {}
    while True:
        origin, args = _typing.get_origin(hint), _typing.get_args(hint)
        if origin is _typing.Annotated:
            for extra in args[1:]:
                limits.update(getattr(extra, "options", {}))
            hint = args[0]
        elif origin is _typing.Union or origin is _types_of_python.UnionType:
            nullable = nullable or type(None) in args
            others = [arg for arg in args if arg is not type(None)]
            if len(others) != 1:
                raise ValueError("Cannot have a (non-optional) union as a SQLAlchemy field")
            hint = others[0]
        elif origin is _typing.Literal:
            return str, nullable, limits
        elif origin is not None:
            return origin, nullable, limits
        else:
            return hint, nullable, limits


_KINDS = (
    (
        (str, _ipaddress.IPv4Address, _ipaddress.IPv4Network, _ipaddress.IPv6Address, _ipaddress.IPv6Network,
         _pathlib.PurePath, _pydantic.EmailStr), AutoString,
    ),
    (float, types.Float), (bool, types.Boolean), (int, types.Integer),
    (_pydantic.NaiveDatetime, types.DateTime), (_datetime.datetime, UTCDateTime), (_datetime.date, types.Date),
    (_datetime.timedelta, types.Interval), (_datetime.time, types.Time), (bytes, types.LargeBinary),
    (_uuid.UUID, types.Uuid),
)


def _column_type(kind, info, limits):
    given = info.options.get("sa_type")
    if given is not None:
        return given
    limits = {**limits, **info.options}
    if isinstance(kind, type):
        if issubclass(kind, _enum.Enum):
            return types.Enum(kind)
        if issubclass(kind, _decimal.Decimal):
            return types.Numeric(precision=limits.get("max_digits"), scale=limits.get("decimal_places"))
        for classes, found in _KINDS:
            if issubclass(kind, classes):
                length = limits.get("max_length")
                return AutoString(length=length) if found is AutoString and length else found
    raise ValueError(f"{kind} has no matching SQLAlchemy type")


def _column(name, info):
    made = info.options.get("sa_column")
    if made is not None:
        return made
    kind, optional, limits = _kind(info.annotation)
    primary = bool(info.options.get("primary_key"))
    nullable = info.options.get("nullable")
    if nullable is None:
        nullable = not primary and (optional or (not info.is_required() and info.default is None and not info.default_factory))
    args = []
    foreign, ondelete = info.options.get("foreign_key"), info.options.get("ondelete")
    if foreign:
        if ondelete == "SET NULL" and not nullable:
            raise RuntimeError('ondelete="SET NULL" requires nullable=True')
        args.append(_sa.ForeignKey(foreign, ondelete=ondelete))
    args.extend(info.options.get("sa_column_args") or ())
    options = {
        "primary_key": primary, "nullable": nullable, "index": bool(info.options.get("index")),
        "unique": bool(info.options.get("unique")),
    }
    if info.default_factory is not None:
        options["default"] = info.default_factory
    elif info.default is not _UNDEFINED:
        options["default"] = info.default
    options.update(info.options.get("sa_column_kwargs") or {})
    return _sa.Column(*args, type_=_column_type(kind, info, limits), **options)


class SQLModel(_pydantic.BaseModel, _DeclarativeBase):
    __abstract__ = True
    metadata = _sa.MetaData()
    model_config = {"from_attributes": True}

    @classmethod
    def __absent_subclass__(cls, absent, keywords):
        if "table" in keywords:
            bool(absent)

    def __init_subclass__(cls, table=False, registry=None, **options):
        relationships = {}
        for name, value in list(vars(cls).items()):
            if isinstance(value, RelationshipInfo):
                relationships[name] = (value, cls.__annotations__.pop(name, None))
                delattr(cls, name)
        super().__init_subclass__(**options)
        cls.__abstract__ = True
        if registry is not None:
            cls.metadata = registry.metadata
        if not table:
            return
        cls.__table__ = _table(cls)
        cls.__abstract__ = False
        for name, (info, hint) in relationships.items():
            setattr(cls, name, _related(name, info, hint))
        super(_pydantic.BaseModel, cls).__init_subclass__()

    def __init__(self, **values):
        cls = type(self)
        if cls.__abstract__:
            super().__init__(**values)
            return
        # The objects of tables are not checked.
        filled = {name: info.get_default() for name, info in cls.model_fields.items() if not info.is_required()}
        filled.update(values)
        super(_pydantic.BaseModel, self).__init__(**filled)
        object.__setattr__(self, "__pydantic_fields_set__", set(values))

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)

    def sqlmodel_update(self, obj, *, update=None):
        values = obj if isinstance(obj, dict) else obj.model_dump()
        for name, value in {**values, **(update or {})}.items():
            if name in type(self).model_fields:
                setattr(self, name, value)
        return self


def _table(cls):
    name = getattr(cls, "__tablename__", None) or cls.__name__.lower()
    columns = []
    for field, info in cls.model_fields.items():
        column = _column(field, info)
        if column.table is not None:
            column = column._copy()
        if column.name is None:
            column.name = column.key = field
        columns.append(column)
    args, options = getattr(cls, "__table_args__", ()), {}
    if isinstance(args, dict):
        args, options = (), args
    elif args and isinstance(args[-1], dict):
        args, options = args[:-1], args[-1]
    return _sa.Table(name, cls.metadata, *columns, *args, **options)


def _related(name, info, hint):
    given = info.options.get("sa_relationship")
    if given is not None:
        return given
    target, many = _target(name, hint)
    link = info.options.get("link_model")
    options = {"uselist": many}
    if link is not None:
        options["secondary"] = link.__table__
    if info.options.get("back_populates"):
        options["back_populates"] = info.options["back_populates"]
    if info.options.get("cascade_delete"):
        options["cascade"] = "all, delete-orphan"
    if info.options.get("passive_deletes") is not None:
        options["passive_deletes"] = info.options["passive_deletes"]
    options.update(info.options.get("sa_relationship_kwargs") or {})
    return _relationship(target, *(info.options.get("sa_relationship_args") or ()), **options)


def _named(text):
    """As `_target`, of an annotation that is kept as its text because it names a class that comes later."""
    text = text.strip().strip("'\"")
    for opening in ("list[", "List[", "tuple[", "Optional["):
        if text.startswith(opening) and text.endswith("]"):
            name, many = _named(text[len(opening):-1])
            return name, many or opening != "Optional["
    if text.endswith("| None"):
        return _named(text[:-len("| None")])
    return text, False


def _target(name, hint):
    """The class that the annotation of a relationship names, and whether it promises several."""
    many = False
    while not isinstance(hint, type) or _typing.get_origin(hint) is not None:
        if isinstance(hint, str):
            name, several = _named(hint)
            return name, many or several
        if isinstance(hint, _typing.ForwardRef):
            hint = hint.__forward_arg__
            continue
        if hasattr(hint, "inner") and hasattr(hint, "kind"):  # Mapped[...]
            hint = hint.inner
            continue
        origin, args = _typing.get_origin(hint), _typing.get_args(hint)
        if origin is _typing.Union or origin is _types_of_python.UnionType:
            others = [arg for arg in args if arg is not type(None)]
            if len(others) != 1:
                raise ValueError(
                    "Cannot have a (non-optional) union as a SQLAlchemy field"
                )
            hint = others[0]
        elif origin in (list, tuple) and args:
            many, hint = True, args[0]
        elif origin is not None and args:
            hint = args[0]
        else:
            raise ValueError(f"The relationship {name} has no class as its annotation")
    return hint, many


class Session(_Session):
    def exec(self, statement, *args, **options):
        result = self.execute(statement, *args, **options)
        return result.scalars() if len(list(result.keys())) == 1 else result


def col(column_expression):
    return column_expression


_PASSED_ON = frozenset("""
    create_engine create_mock_engine engine_from_config inspect BLANK_SCHEMA DDL CheckConstraint Column ColumnDefault
    Computed Constraint DefaultClause FetchedValue ForeignKey ForeignKeyConstraint Identity Index MetaData
    PrimaryKeyConstraint Sequence Table UniqueConstraint alias all_ and_ any_ asc between bindparam case cast collate
    column delete desc distinct except_ except_all exists extract false func funcfilter insert intersect intersect_all
    join lambda_stmt lateral literal literal_column modifier not_ null nulls_first nulls_last nullsfirst nullslast or_
    outerjoin outparam over select subquery table tablesample text true tuple_ type_coerce union union_all update values
    within_group ARRAY BIGINT BINARY BLOB BOOLEAN CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION FLOAT INT INTEGER
    JSON NCHAR NUMERIC NVARCHAR REAL SMALLINT TEXT TIME TIMESTAMP UUID VARBINARY VARCHAR BigInteger Boolean Date DateTime
    Double Enum Float Integer Interval LargeBinary Numeric PickleType SmallInteger String Text Time TupleType
    TypeDecorator Unicode UnicodeText Uuid
""".split())


def __getattr__(name):
    if name in _PASSED_ON:
        return getattr(_sa, name)
    if name in ("QueuePool", "StaticPool"):
        import sqlalchemy.pool
        return getattr(sqlalchemy.pool, name)
    if name == "AsyncSession":
        from sqlalchemy.ext.asyncio import AsyncSession
        return AsyncSession
    raise AttributeError(f"module 'sqlmodel' has no attribute '{name}'")
