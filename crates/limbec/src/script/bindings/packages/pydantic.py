"""The package pydantic, as far as configuration modules and models of env.py use it.

Covers BaseModel with defaults, aliases, inheritance, nested models and the coercion of the usual types; Field with its
limits; `field_validator`, `model_validator`, `computed_field` and the older `validator` and `root_validator`; SecretStr,
the URL types with `build`, EmailStr, the constrained types; TypeAdapter, `create_model`, ValidationError with pydantic's
words; BaseSettings of the first version. Does not cover JSON schemas and custom core schemas. Serialization is
`model_dump` and `model_dump_json`.
"""

import _limbec
import datetime as _datetime
import decimal as _decimal
import enum as _enum
import json as _json
import pathlib as _pathlib
import re as _re
import types as _types
import typing as _typing
import uuid as _uuid
from typing import Annotated as _Annotated, Any as _Any, Literal as _Literal, Union as _Union

VERSION = __version__ = "2.14.3"
_MISSING = object()


class PydanticUndefinedType:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return False


PydanticUndefined = PydanticUndefinedType()


class PydanticUserError(RuntimeError):
    pass


class _Problem(Exception):
    """One or more things that are wrong with a value: place, kind, message, value."""

    def __init__(self, *rows):
        self.rows = rows

    def below(self, name):
        return [((name, *place), kind, message, value) for place, kind, message, value in self.rows]


def _wrong(kind, message, value):
    return _Problem(((), kind, message, value))


class ValidationError(ValueError):
    __module__ = "pydantic_core._pydantic_core"

    def __init__(self, title, rows):
        self.title = title
        self._rows = rows
        super().__init__(title)

    def error_count(self):
        return len(self._rows)

    def errors(self, **kw):
        return [
            {"type": kind, "loc": place, "msg": message, "input": value} for place, kind, message, value in self._rows
        ]

    def __str__(self):
        count = len(self._rows)
        lines = [f"{count} validation error{'' if count == 1 else 's'} for {self.title}"]
        for place, kind, message, value in self._rows:
            if place:
                lines.append(".".join(str(part) for part in place))
            shown = repr(value)
            if len(shown) > 50:
                shown = shown[:25] + "..." + shown[-24:]
            lines.append(f"  {message} [type={kind}, input_value={shown}, input_type={type(value).__name__}]")
            lines.append(f"    For further information visit https://errors.pydantic.dev/2.14/v/{kind}")
        return "\n".join(lines)


class FieldInfo:
    def __init__(self, default=PydanticUndefined, default_factory=None, alias=None, validation_alias=None, **options):
        self.default = PydanticUndefined if default is ... else default
        self.default_factory = default_factory
        self.alias = alias
        self.validation_alias = alias if validation_alias is None else validation_alias
        self.options = options
        self.annotation = options.pop("annotation", None)
        self.metadata = []

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, call_default_factory=True):
        if self.default_factory is not None:
            return self.default_factory()
        return _copied(self.default)

    def __getattr__(self, name):
        if name.startswith("__") or name == "options":
            raise AttributeError(name)
        return self.options.get(name)

    def _names(self, own):
        alias = self.validation_alias
        if alias is None:
            return [own]
        if isinstance(alias, AliasChoices):
            return list(alias.choices)
        return [alias]


def _copied(value):
    return type(value)(value) if type(value) in (list, dict, set) else value


def Field(default=PydanticUndefined, **options):
    return FieldInfo(default, **options)


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    return FieldInfo(default, default_factory, private=True)


class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]


class ConfigDict(dict):
    json_encoders: dict | None

    def __init_subclass__(cls, total=True, **options):
        super().__init_subclass__(**options)


class Extra:
    allow = "allow"
    forbid = "forbid"
    ignore = "ignore"


class Secret:
    """A value that is not shown."""

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def __repr__(self):
        return f"{type(self).__name__}('**********')" if self._secret_value else f"{type(self).__name__}('')"


class SecretStr:
    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def __len__(self):
        return len(self._secret_value)

    def __eq__(self, other):
        return type(other) is type(self) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __str__(self):
        return "**********" if self._secret_value else ""

    def __repr__(self):
        return f"{type(self).__name__}('{self}')"


class SecretBytes(SecretStr):
    def __repr__(self):
        return f"SecretBytes({str(self).encode()!r})"


class EmailStr(str):
    pass


class _Url:
    """A URL: user, password, hosts, path and query apart."""

    _schemes = None
    _several = False
    _PATTERN = _re.compile(
        r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://(?P<authority>[^/?#]*))?(?P<path>[^?#]*)"
        r"(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?", _re.DOTALL,
    )

    def __init__(self, url):
        url = str(url).strip()
        found = self._PATTERN.fullmatch(url)
        if found is None:
            raise _wrong("url_parsing", "Input should be a valid URL, relative URL without a base", url)
        self.scheme = found["scheme"].lower()
        if self._schemes is not None and self.scheme not in self._schemes:
            names = [f"'{scheme}'" for scheme in self._schemes]
            listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
            raise _wrong("url_scheme", f"URL scheme should be {listed}", url)
        authority = found["authority"] or ""
        user, at, hosts = authority.rpartition("@")
        self.username, _, password = user.partition(":") if at else (None, "", "")
        self.password = password or None
        self._hosts = []
        for one in hosts.split(",") if self._several else [hosts]:
            host, port = _host_and_port(one, url)
            self._hosts.append({"username": None, "password": None, "host": host, "port": port})
        self._hosts[0].update(username=self.username, password=self.password)
        self.path = found["path"] or None
        if self.path is None and self.scheme in ("http", "https", "ws", "wss", "ftp"):
            self.path = "/"
        self.query = found["query"]
        self.fragment = found["fragment"]
        self._text = (
            f"{self.scheme}:" + (f"//{authority}" if found["authority"] is not None else "") + (self.path or "")
            + ("" if self.query is None else f"?{self.query}") + ("" if self.fragment is None else f"#{self.fragment}")
        )

    @property
    def host(self):
        return self._hosts[0]["host"]

    @property
    def port(self):
        return self._hosts[0]["port"]

    def hosts(self):
        return list(self._hosts)

    def query_params(self):
        from urllib.parse import parse_qsl
        return parse_qsl(self.query or "")

    def unicode_string(self):
        return self._text

    encoded_string = unicode_string

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __eq__(self, other):
        return type(other) is type(self) and self._text == other._text

    def __hash__(self):
        return hash(self._text)

    @classmethod
    def build(
        cls, *, scheme, username=None, password=None, host=None, hosts=None, port=None, path=None, query=None,
        fragment=None, user=None,
    ):
        username = user if username is None else username
        user = "" if username is None and password is None else (username or "")
        if password is not None:
            user += f":{password}"
        if hosts is not None:
            place = ",".join(f"{one['host']}" + (f":{one['port']}" if one.get("port") else "") for one in hosts)
        else:
            place = (host or "") + (f":{port}" if port is not None else "")
        text = f"{scheme}://" + (f"{user}@" if user else "") + place
        if path is not None:
            # The first version of pydantic wanted the slash in the path, the second wants it left out.
            text += f"/{path}"
        if query is not None:
            text += f"?{query}"
        if fragment is not None:
            text += f"#{fragment}"
        try:
            return cls(text)
        except _Problem as problem:
            raise ValidationError("multi-host-url" if cls._several else "url", list(problem.rows)) from None


def _host_and_port(text, url):
    if text.startswith("["):
        host, _, rest = text.partition("]")
        host, port = host + "]", rest.lstrip(":")
    else:
        host, _, port = text.partition(":")
    if port and not port.isdigit():
        raise _wrong("url_parsing", "Input should be a valid URL, invalid port number", url)
    return host or None, int(port) if port else None


_POSTGRES = (
    "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg", "postgresql+psycopg2",
    "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
)
_MYSQL = (
    "mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql",
    "mysql+cymysql", "mysql+pyodbc",
)
for _name, _allowed, _many in (
    ("AnyUrl", None, False), ("AnyHttpUrl", ("http", "https"), False), ("HttpUrl", ("http", "https"), False),
    ("FileUrl", ("file",), False), ("RedisDsn", ("redis", "rediss"), False), ("AmqpDsn", ("amqp", "amqps"), False),
    ("PostgresDsn", _POSTGRES, True), ("CockroachDsn", ("cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg"), False),
    ("MySQLDsn", _MYSQL, False), ("MariaDBDsn", ("mariadb", "mariadb+mariadbconnector", "mariadb+pymysql"), False),
    ("MongoDsn", ("mongodb", "mongodb+srv"), True), ("KafkaDsn", ("kafka",), False), ("NatsDsn", ("nats", "tls", "ws", "wss"), True),
    ("ClickHouseDsn", None, False), ("SnowflakeDsn", ("snowflake",), False), ("AnyWebsocketUrl", ("ws", "wss"), False),
):
    globals()[_name] = type(_name, (_Url,), {"_schemes": _allowed, "_several": _many, "__module__": "pydantic.networks"})
MultiHostUrl = PostgresDsn

StrictStr = str
StrictInt = int
StrictBool = bool
StrictFloat = float
FilePath = _pathlib.Path
DirectoryPath = _pathlib.Path
NewPath = _pathlib.Path
UUID1 = UUID3 = UUID4 = UUID5 = _uuid.UUID


class _Json:
    """A text in JSON, which becomes what it says: `Json`, `Json[list[int]]`."""

    def __getitem__(self, inner):
        return _Json()

    def __or__(self, other):
        return _Any

    __ror__ = __or__


Json = _Json()
ByteSize = int
PositiveInt = _Annotated[int, FieldInfo(gt=0)]
NonNegativeInt = _Annotated[int, FieldInfo(ge=0)]
NegativeInt = _Annotated[int, FieldInfo(lt=0)]
PositiveFloat = _Annotated[float, FieldInfo(gt=0)]
NonNegativeFloat = _Annotated[float, FieldInfo(ge=0)]


class AwareDatetime(_datetime.datetime):
    pass


class NaiveDatetime(_datetime.datetime):
    pass


def constr(**options):
    return _Annotated[str, FieldInfo(**options)]


def conint(**options):
    return _Annotated[int, FieldInfo(**options)]


def confloat(**options):
    return _Annotated[float, FieldInfo(**options)]


def condecimal(**options):
    return _Annotated[_decimal.Decimal, FieldInfo(**options)]


def conlist(item_type, **options):
    return _Annotated[list[item_type], FieldInfo(**options)]


class StringConstraints(FieldInfo):
    def __init__(self, **options):
        super().__init__(**options)


class BeforeValidator:
    def __init__(self, func, *, json_schema_input_type=None):
        self.func = func


class AfterValidator:
    def __init__(self, func):
        self.func = func


class PlainValidator(BeforeValidator):
    pass


class PlainSerializer:
    def __init__(self, func, **kw):
        self.func = func


class ValidationInfo:
    def __init__(self, data, field_name):
        self.data = data
        self.field_name = field_name
        self.context = None
        self.mode = "python"

    # The first version handed over the values that had been read.
    def get(self, name, default=None):
        return self.data.get(name, default)

    def __getitem__(self, name):
        return self.data[name]

    def __contains__(self, name):
        return name in self.data


FieldValidationInfo = ValidationInfo
_TRUE = {"1", "on", "t", "true", "y", "yes"}
_FALSE = {"0", "off", "f", "false", "n", "no"}


def _convert(hint, value):
    """A value as a type says; what is wrong with it is raised."""
    if hint is _Any or isinstance(hint, _typing.TypeVar):
        return value
    if isinstance(hint, _Json):
        if not isinstance(value, (str, bytes)):
            raise _wrong("json_type", "JSON input should be string, bytes or bytearray", value)
        return _json.loads(value)
    if hint is None or hint is type(None):
        if value is not None:
            raise _wrong("none_required", "Input should be None", value)
        return None
    origin, args = _typing.get_origin(hint), _typing.get_args(hint)
    if origin is _Annotated:
        return _annotated(args[0], args[1:], value)
    if origin is _Union or origin is _types.UnionType:
        return _one_of(args, value)
    if origin is _Literal:
        if value in args:
            return value
        shown = [repr(arg) for arg in args]
        listed = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
        raise _wrong("literal_error", f"Input should be {listed}", value)
    if origin is not None:
        return _collection(origin, args, value)
    if hint in (list, dict, set, tuple, frozenset):
        return _collection(hint, (), value)
    if isinstance(hint, type):
        return _object(hint, value)
    return value


def _annotated(hint, extras, value):
    before = [extra for extra in extras if isinstance(extra, BeforeValidator)]
    if not before:
        return _checked(hint, extras, value)
    given = value
    for extra in before:
        value = _called(extra.func, value)
    try:
        return _checked(hint, extras, value)
    except _Problem as problem:
        # What was given is shown, not what a validator made of it.
        raise _Problem(*[(*row[:3], given if row[0] == () else row[3]) for row in problem.rows]) from None


def _checked(hint, extras, value):
    if not any(isinstance(extra, PlainValidator) for extra in extras):
        value = _convert(hint, value)
    for extra in extras:
        if isinstance(extra, FieldInfo):
            _limits(extra, value)
        elif isinstance(extra, AfterValidator):
            value = _called(extra.func, value)
    return value


def _one_of(args, value):
    if value is None and type(None) in args:
        return None
    for arg in args:
        if isinstance(arg, type) and type(value) is arg:
            return value
    rows = []
    for arg in args:
        if arg is type(None):
            continue
        try:
            return _convert(arg, value)
        except _Problem as problem:
            rows.append((arg, problem))
    if len(rows) == 1:
        raise rows[0][1]
    raise _Problem(*[row for arg, problem in rows for row in problem.below(getattr(arg, "__name__", str(arg)))])


def _collection(origin, args, value):
    name = getattr(origin, "__name__", str(origin)).lower()
    if origin in (dict,) or "mapping" in name:
        if not isinstance(value, dict):
            raise _wrong("dict_type", "Input should be a valid dictionary", value)
        if not args:
            return dict(value)
        return {_convert(args[0], key): _inside(args[1], item, key) for key, item in value.items()}
    if origin is type:
        return value
    if "callable" in name:
        return value
    wanted = "list" if name in ("list", "sequence", "iterable", "collection") else name
    if not isinstance(value, (list, tuple, set, frozenset)) or (wanted == "list" and isinstance(value, (set, frozenset))):
        raise _wrong(f"{wanted}_type", f"Input should be a valid {wanted}", value)
    if wanted == "tuple" and args and args[-1] is not ...:
        return tuple(_inside(arg, item, place) for place, (arg, item) in enumerate(zip(args, value)))
    items = [_inside(args[0], item, place) for place, item in enumerate(value)] if args else list(value)
    return {"set": set, "frozenset": frozenset, "tuple": tuple}.get(wanted, list)(items)


def _inside(hint, value, place):
    try:
        return _convert(hint, value)
    except _Problem as problem:
        raise _Problem(*problem.below(place)) from None


def _object(kind, value):
    if issubclass(kind, BaseModel):
        if isinstance(value, kind):
            return value
        if isinstance(value, dict):
            try:
                return kind(**value)
            except ValidationError as error:
                raise _Problem(*error._rows) from None
        raise _wrong(
            "model_type", f"Input should be a valid dictionary or instance of {kind.__name__}", value
        )
    if kind is bool:
        return _boolean(value)
    if kind in (int, float, str):
        return _plain(kind, value)
    if isinstance(value, kind):
        return value
    if issubclass(kind, _enum.Enum):
        try:
            return kind(value)
        except ValueError:
            shown = [repr(member.value) for member in kind]
            listed = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
            raise _wrong("enum", f"Input should be {listed}", value) from None
    if issubclass(kind, (SecretStr, EmailStr, _Url, _pathlib.PurePath, bytes)):
        if not isinstance(value, (str, _Url, _pathlib.PurePath)):
            raise _wrong("string_type", "Input should be a valid string", value)
        return value.encode() if issubclass(kind, bytes) else kind(str(value))
    parse = _PARSED.get(kind)
    if parse is None:
        raise _wrong("is_instance_of", f"Input should be an instance of {kind.__name__}", value)
    try:
        return parse[1](value)
    except (ValueError, TypeError, ArithmeticError):
        raise _wrong(parse[0] + "_parsing", f"Input should be a valid {parse[0]}", value) from None


_PARSED = {
    _datetime.datetime: ("datetime", lambda text: _datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))),
    _datetime.date: ("date", _datetime.date.fromisoformat),
    _datetime.time: ("time", _datetime.time.fromisoformat),
    _datetime.timedelta: ("timedelta", lambda seconds: _datetime.timedelta(seconds=float(seconds))),
    _decimal.Decimal: ("decimal", lambda value: _decimal.Decimal(str(value))),
    _uuid.UUID: ("uuid", lambda value: _uuid.UUID(str(value))),
}


def _boolean(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        text = value.lower()
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
    elif value in (0, 1):
        return bool(value)
    elif not isinstance(value, (int, float)):
        raise _wrong("bool_type", "Input should be a valid boolean", value)
    raise _wrong("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)


def _plain(kind, value):
    if kind is str:
        if isinstance(value, str):
            return value.value if isinstance(value, _enum.Enum) else value
        raise _wrong("string_type", "Input should be a valid string", value)
    name = "integer" if kind is int else "number"
    if isinstance(value, (str, bytes)):
        text = value.strip()
        try:
            number = float(text) if kind is float else int(text)
        except ValueError:
            try:
                number = int(float(text)) if kind is int and float(text).is_integer() else None
            except ValueError:
                number = None
            if number is None:
                raise _wrong(
                    f"{kind.__name__}_parsing",
                    f"Input should be a valid {name}, unable to parse string as {'an integer' if kind is int else 'a number'}",
                    value,
                ) from None
        return number
    if isinstance(value, (int, float, _decimal.Decimal)):
        if kind is int and not isinstance(value, int) and value != int(value):
            raise _wrong(
                "int_from_float", "Input should be a valid integer, got a number with a fractional part", value
            )
        return kind(value)
    raise _wrong(f"{kind.__name__}_type", f"Input should be a valid {name}", value)


_LIMITS = (
    ("gt", lambda value, limit: value > limit, "greater_than", "Input should be greater than {}"),
    ("ge", lambda value, limit: value >= limit, "greater_than_equal", "Input should be greater than or equal to {}"),
    ("lt", lambda value, limit: value < limit, "less_than", "Input should be less than {}"),
    ("le", lambda value, limit: value <= limit, "less_than_equal", "Input should be less than or equal to {}"),
)


def _limits(info, value):
    if value is None:
        return
    for name, holds, kind, message in _LIMITS:
        limit = info.options.get(name)
        if limit is not None and not holds(value, limit):
            raise _wrong(kind, message.format(limit), value)
    low, high = info.options.get("min_length"), info.options.get("max_length")
    if isinstance(value, str):
        if low is not None and len(value) < low:
            unit = "character" if low == 1 else "characters"
            raise _wrong("string_too_short", f"String should have at least {low} {unit}", value)
        if high is not None and len(value) > high:
            unit = "character" if high == 1 else "characters"
            raise _wrong("string_too_long", f"String should have at most {high} {unit}", value)
        pattern = info.options.get("pattern") or info.options.get("regex")
        if pattern is not None and not _re.search(pattern, value):
            raise _wrong("string_pattern_mismatch", f"String should match pattern '{pattern}'", value)


def _called(function, *args):
    try:
        return function(*args)
    except AssertionError as error:
        raise _wrong("assertion_error", f"Assertion failed, {error}", args[0]) from None
    except ValidationError as error:
        raise _Problem(*error._rows) from None
    except ValueError as error:
        raise _wrong("value_error", f"Value error, {error}", args[0]) from None


class _Validator:
    def __init__(self, function, fields, mode, old=False):
        self.function = function
        self.fields = fields
        self.mode = mode
        self.old = old

    def run(self, cls, value, info):
        function = getattr(self.function, "__func__", self.function)
        import inspect
        named = list(inspect.signature(function).parameters)
        args = [value] if isinstance(self.function, staticmethod) else [cls, value]
        names = named[len(args):]
        if self.old:
            given = {"values": info.data, "field": info, "config": None}
            return _called(lambda _: function(*args, **{n: given[n] for n in names if n in given}), value)
        return _called(lambda _: function(*args, *([info] if names else [])), value)

    def __get__(self, instance, owner):
        return self.function.__get__(instance, owner)


def field_validator(*fields, mode="after", check_fields=None, json_schema_input_type=None):
    return lambda function: _Validator(function, fields, "before" if mode in ("before", "plain") else "after")


def validator(*fields, pre=False, always=False, check_fields=True, allow_reuse=False, each_item=False):
    found = lambda function: _Validator(function, fields, "before" if pre else "after", old=True)
    def register(function):
        made = found(function)
        made.always = always
        return made
    return register


class _ModelValidator:
    def __init__(self, function, mode, old=False):
        self.function = function
        self.mode = mode
        self.old = old

    def __get__(self, instance, owner):
        return self.function.__get__(instance, owner)


def model_validator(*, mode):
    return lambda function: _ModelValidator(function, mode)


def root_validator(function=None, *, pre=False, skip_on_failure=False, allow_reuse=False):
    make = lambda function: _ModelValidator(function, "before" if pre else "old", old=True)
    return make if function is None else make(function)


class _Computed:
    """A property that is shown and dumped as the fields are."""

    def __init__(self, fget):
        self.fget = fget
        self.__doc__ = fget.__doc__

    def __get__(self, instance, owner=None):
        return self if instance is None else self.fget(instance)

    def __set__(self, instance, value):
        raise AttributeError("property of the object has no setter")


def computed_field(function=None, **options):
    def make(found):
        return _Computed(getattr(found, "fget", None) or getattr(found, "func", found))
    return make if function is None else make(function)


def field_serializer(*fields, **options):
    return lambda function: function


def model_serializer(function=None, **options):
    return (lambda found: found) if function is None else function


def validate_call(function=None, **options):
    return (lambda found: found) if function is None else function


def _collect(cls):
    """The fields of a class: those of its bases first, in the order of their declaration."""
    fields, validators, models = {}, [], []
    for base in reversed(cls.__mro__):
        for name, value in list(base.__dict__.items()):
            if isinstance(value, _Validator):
                validators = [known for known in validators if known[0] != name] + [(name, value)]
            elif isinstance(value, _ModelValidator):
                models = [known for known in models if known[0] != name] + [(name, value)]
        if base is cls:
            own = _own_fields(cls)
            fields = {**fields, **own}
        elif isinstance(base.__dict__.get("model_fields"), dict):
            fields = {**fields, **base.__dict__["model_fields"]}
        elif base is not object and not issubclass(base, BaseModel) and base.__dict__.get("__annotations__"):
            pass
    return fields, [value for _, value in validators], [value for _, value in models]


def _own_fields(cls):
    found = {}
    annotations = cls.__dict__.get("__annotations__", {})
    for name, hint in annotations.items():
        if name.startswith("_") or name in ("model_config", "model_fields"):
            continue
        hint = _resolved(cls, hint)
        if _typing.get_origin(hint) is _typing.ClassVar or hint is _typing.ClassVar:
            continue
        value = cls.__dict__.get(name, PydanticUndefined)
        info = value if isinstance(value, FieldInfo) else FieldInfo(value)
        if _typing.get_origin(hint) is _Annotated:
            for extra in _typing.get_args(hint)[1:]:
                if isinstance(extra, FieldInfo):
                    info = _merged(info, extra)
        info.annotation = hint
        found[name] = info
        if not isinstance(value, PydanticUndefinedType) and name in cls.__dict__:
            delattr(cls, name)
    for name, value in list(cls.__dict__.items()):
        # A default given again, without its type.
        inherited = getattr(cls, "model_fields", {}).get(name)
        if inherited is not None and name not in found and not callable(value) and not isinstance(value, (property, _Computed)):
            info = _merged(FieldInfo(value), inherited)
            info.annotation = inherited.annotation
            found[name] = info
            delattr(cls, name)
    return found


def _merged(info, extra):
    made = FieldInfo(info.default, info.default_factory, info.alias, info.validation_alias, **{**extra.options, **info.options})
    if made.is_required():
        made.default, made.default_factory = extra.default, extra.default_factory
    if made.validation_alias is None:
        made.alias, made.validation_alias = extra.alias, extra.validation_alias
    return made


def _resolved(cls, hint):
    if not isinstance(hint, str):
        return hint
    import sys
    module = sys.modules.get(cls.__module__)
    try:
        one = type("_One", (), {"__annotations__": {"x": hint}, "__module__": cls.__module__})
        hints = _limbec.or_absent(lambda: _typing.get_type_hints(one, include_extras=True))
        return hints if _limbec.is_absent(hints) else hints["x"]
    except NameError:
        return _Any


class BaseModel:
    model_config = {}
    model_fields = {}
    _validators = ()
    _model_validators = ()

    def __init_subclass__(cls, **options):
        config = {}
        for base in reversed(cls.__mro__):
            old = base.__dict__.get("Config")
            if isinstance(old, type):
                config.update({name: value for name, value in vars(old).items() if not name.startswith("__")})
            config.update(base.__dict__.get("model_config") or {})
        config.update(options)
        cls.model_config = config
        cls.model_fields, cls._validators, cls._model_validators = _collect(cls)
        cls.__fields__ = cls.model_fields
        super(cls, cls).__pydantic_init_subclass__(**options)

    @classmethod
    def __pydantic_init_subclass__(cls, **options):
        pass

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, /, **data):
        cls = type(self)
        values, given = cls._validated(data)
        for name, value in values.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "__pydantic_fields_set__", given)
        for base in reversed(cls.__mro__):
            for name, value in list(base.__dict__.items()):
                if isinstance(value, FieldInfo) and value.options.get("private"):
                    object.__setattr__(self, name, value.get_default())
        for one in cls._model_validators:
            if one.mode == "after":
                try:
                    getattr(one.function, "__func__", one.function)(self)
                except (ValueError, AssertionError) as error:
                    raise _of_model(cls, error, data) from None
        self.model_post_init(None)

    def model_post_init(self, context):
        pass

    @classmethod
    def _validated(cls, data):
        for one in cls._model_validators:
            if one.mode == "before":
                function = getattr(one.function, "__func__", one.function)
                try:
                    data = function(cls, data)
                except (ValueError, AssertionError) as error:
                    raise _of_model(cls, error, data) from None
        rows, values, given, used = [], {}, set(), set()
        lower = not cls.model_config.get("case_sensitive", True)
        for name, info in cls.model_fields.items():
            names = info._names(name)
            by_name = cls.model_config.get("populate_by_name") or cls.model_config.get("allow_population_by_field_name")
            by_name = by_name or cls.model_config.get("validate_by_name") or lower
            if by_name and name not in names:
                names.append(name)
            key = next((key for key in names if key in data), None)
            validators = [one for one in cls._validators if name in one.fields or "*" in one.fields]
            if key is None:
                if info.is_required():
                    rows.append(((names[0],), "missing", "Field required", data))
                    continue
                value = info.get_default()
                always = cls.model_config.get("validate_default") or info.options.get("validate_default")
                if not always and not any(getattr(one, "always", False) for one in validators):
                    values[name] = value
                    continue
            else:
                value = data[key]
                used.add(key)
                given.add(name)
            try:
                context = ValidationInfo(values, name)
                for one in validators:
                    if one.mode == "before":
                        value = one.run(cls, value, context)
                # A default of None makes None a value of the field in pydantic 1, whose models are read, too.
                if value is not None or info.default is not None:
                    value = _convert(info.annotation, value)
                    _limits(info, value)
                for one in validators:
                    if one.mode == "after":
                        value = one.run(cls, value, context)
                values[name] = value
            except _Problem as problem:
                rows.extend(problem.below(key or name))
        extra = cls.model_config.get("extra", "ignore")
        for key, value in data.items() if isinstance(data, dict) else ():
            if key not in used and key not in cls.model_fields:
                if extra == "forbid":
                    rows.append(((key,), "extra_forbidden", "Extra inputs are not permitted", value))
                elif extra == "allow":
                    values[key] = value
        if rows:
            raise ValidationError(cls.__name__, rows)
        for one in cls._model_validators:
            if one.mode == "old":
                values = getattr(one.function, "__func__", one.function)(cls, values)
        return values, given

    def __setattr__(self, name, value):
        config = type(self).model_config
        if config.get("frozen") and name in type(self).model_fields:
            row = ((name,), "frozen_instance", "Instance is frozen", value)
            raise ValidationError(type(self).__name__, [row])
        if name not in type(self).model_fields and not name.startswith("_") and config.get("extra") != "allow":
            if not isinstance(getattr(type(self), name, None), (property, _Computed)):
                raise ValueError(f'"{type(self).__name__}" object has no field "{name}"')
        object.__setattr__(self, name, value)

    def _shown(self):
        pairs = [(name, getattr(self, name)) for name, info in type(self).model_fields.items() if info.options.get("repr", True)]
        pairs += [(name, getattr(self, name)) for name in self.model_computed_fields]
        return pairs

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._shown())})"

    def __str__(self):
        return " ".join(f"{name}={value!r}" for name, value in self._shown())

    def __eq__(self, other):
        return type(other) is type(self) and self._values() == other._values()

    def __iter__(self):
        return iter(self._values().items())

    def _values(self):
        return {name: getattr(self, name) for name in type(self).model_fields}

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    @property
    def model_computed_fields(self):
        found = {}
        for base in reversed(type(self).__mro__):
            found.update({name: value for name, value in vars(base).items() if isinstance(value, _Computed)})
        return found

    def model_dump(self, *, mode="python", include=None, exclude=None, exclude_none=False, exclude_unset=False,
                   by_alias=False, **options):
        found = {}
        for name in [*type(self).model_fields, *self.model_computed_fields]:
            value = getattr(self, name)
            if (include is not None and name not in include) or (exclude is not None and name in exclude):
                continue
            if (exclude_none and value is None) or (exclude_unset and name not in self.model_fields_set):
                continue
            info = type(self).model_fields.get(name)
            key = info.alias if by_alias and info is not None and info.alias else name
            found[key] = _dumped(value, mode)
        return found

    def dict(self, **options):
        return self.model_dump(**options)

    def model_dump_json(self, *, indent=None, **options):
        separators = (",", ":") if indent is None else (",", ": ")
        return _json.dumps(self.model_dump(mode="json", **options), indent=indent, separators=separators, ensure_ascii=False)

    def json(self, **options):
        return _json.dumps(self.model_dump(mode="json"), **options)

    def model_copy(self, *, update=None, deep=False):
        made = object.__new__(type(self))
        for name, value in {**self._values(), **(update or {})}.items():
            object.__setattr__(made, name, value)
        object.__setattr__(made, "__pydantic_fields_set__", set(self.model_fields_set))
        return made

    copy = model_copy

    @classmethod
    def model_validate(cls, obj, **options):
        if isinstance(obj, cls):
            return obj
        if not isinstance(obj, dict) and (options.get("from_attributes") or cls.model_config.get("from_attributes")):
            obj = {name: getattr(obj, name) for name in cls.model_fields if hasattr(obj, name)}
        if not isinstance(obj, dict):
            message = f"Input should be a valid dictionary or instance of {cls.__name__}"
            raise ValidationError(cls.__name__, [((), "model_type", message, obj)])
        return cls(**obj)

    parse_obj = model_validate

    @classmethod
    def model_validate_json(cls, text, **options):
        return cls.model_validate(_json.loads(text))

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = object.__new__(cls)
        for name, info in cls.model_fields.items():
            if name in values or not info.is_required():
                object.__setattr__(made, name, values.get(name, info.get_default()))
        object.__setattr__(made, "__pydantic_fields_set__", set(values))
        return made

    @classmethod
    def model_json_schema(cls, *args, **options):
        return _schema("BaseModel.model_json_schema")

    @classmethod
    def schema(cls, *args, **options):
        return _schema("BaseModel.schema")

    @classmethod
    def model_rebuild(cls, **options):
        return None

    update_forward_refs = model_rebuild


def _of_model(cls, error, data):
    if isinstance(error, ValidationError):
        return error
    kind = "assertion_error" if isinstance(error, AssertionError) else "value_error"
    word = "Assertion failed" if isinstance(error, AssertionError) else "Value error"
    return ValidationError(cls.__name__, [((), kind, f"{word}, {error}", data)])


def _dumped(value, mode):
    if isinstance(value, BaseModel):
        return value.model_dump(mode=mode)
    if isinstance(value, dict):
        return {key: _dumped(item, mode) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [_dumped(item, mode) for item in value]
        return items if mode == "json" else type(value)(items)
    if mode != "json" or value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, _enum.Enum):
        return value.value
    if isinstance(value, (_datetime.datetime, _datetime.date, _datetime.time)):
        return value.isoformat()
    return str(value)


def create_model(name, *, __base__=None, __config__=None, __module__="pydantic", **fields):
    namespace = {"__annotations__": {}, "__module__": __module__}
    for field, value in fields.items():
        hint, default = value if isinstance(value, tuple) else (_Any, value)
        namespace["__annotations__"][field] = hint
        if default is not ...:
            namespace[field] = default
    if __config__:
        namespace["model_config"] = __config__
    return type(name, (__base__ or BaseModel,), namespace)


RootModel = BaseModel


def _schema(name):
    """A schema in JSON, which no table depends on."""
    return _limbec.refused(f"pydantic.{name}", f"pydantic.{name}() is not supported")


class TypeAdapter:
    __type_params__ = ()

    def __init__(self, type, **options):
        self._type = type

    def validate_python(self, value, **options):
        try:
            return _convert(self._type, value)
        except _Problem as problem:
            raise ValidationError(getattr(self._type, "__name__", str(self._type)), list(problem.rows)) from None

    def validate_json(self, text, **options):
        return self.validate_python(_json.loads(text))

    def json_schema(self, **options):
        return _schema("TypeAdapter.json_schema")


def parse_obj_as(type_, value):
    return TypeAdapter(type_).validate_python(value)


def __getattr__(name):
    if name == "BaseSettings":
        # The first version had it here.
        from pydantic_settings import BaseSettings
        return BaseSettings
    raise AttributeError(f"module 'pydantic' has no attribute '{name}'")
