"""The package alembic_utils, as far as migrations and env.py use it.

Covers PGFunction, PGView, PGMaterializedView, PGTrigger, PGExtension, PGPolicy and PGGrantTable with `from_sql` and
`from_path`; `op.create_entity`, `op.replace_entity` and `op.drop_entity` with the statements of the package; and
`register_entities`, which env.py calls for autogenerate. Does not cover what autogenerate does with the entities.
"""

import re as _re
from enum import Enum as _Enum

from alembic.operations import MigrateOperation as _MigrateOperation, Operations as _Operations
from sqlalchemy import text as _text


class AlembicUtilsException(Exception):
    pass


class DuplicateRegistration(AlembicUtilsException):
    pass


class SQLParseFailure(AlembicUtilsException):
    pass


class FailedToGenerateComparable(AlembicUtilsException):
    pass


class UnreachableException(AlembicUtilsException):
    pass


class BadInputException(AlembicUtilsException):
    pass


def normalize_whitespace(text, base_whitespace=" "):
    return base_whitespace.join(text.split()).strip()


def strip_terminating_semicolon(sql):
    return sql.strip().rstrip(";").strip()


def strip_double_quotes(sql):
    return sql.strip().rstrip('"').strip().lstrip('"').strip()


def escape_colon_for_sql(sql):
    # A cast has two colons; any other colon would begin a parameter of text().
    return _re.sub("::|:", lambda found: "::" if found[0] == "::" else "\\:", sql)


def escape_colon_for_plpgsql(sql):
    kept = {"::": "::", ":=": ":=", "\\:": "\\:", ":": "\\:"}
    return _re.sub(r"::|:=|\\:|:", lambda found: kept[found[0]], sql)


def coerce_to_quoted(text):
    if "." in text:
        schema, _, name = text.partition(".")
        return f'"{strip_double_quotes(schema)}"."{strip_double_quotes(name)}"'
    return f'"{strip_double_quotes(text)}"'


def coerce_to_unquoted(text):
    return text.replace('"', "")


def _parse(template, text, case=False):
    """The named parts of a text by a template: `{name}` and `{}` are some text, `{:s}` is white space."""
    pieces = _re.split(r"(\{[^}]*\})", template)
    pattern = ""
    for piece in pieces:
        if piece == "{:s}":
            pattern += r"\s+"
        elif piece == "{}":
            pattern += r".+?"
        elif piece.startswith("{"):
            pattern += f"(?P<{piece[1:-1]}>.+?)"
        else:
            pattern += _re.escape(piece)
    found = _re.fullmatch(pattern, text, _re.DOTALL | (0 if case else _re.IGNORECASE))
    return None if found is None else found.groupdict()


def _parsed(cls, kind, templates, sql):
    for template in templates:
        found = _parse(template, sql)
        if found is not None:
            return template, found
    raise SQLParseFailure(f'Failed to parse SQL into {kind} """{sql}"""')


class ReplaceableEntity:
    type_ = None

    def __init__(self, schema, signature, definition):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = escape_colon_for_sql(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    @classmethod
    def from_path(cls, path):
        with path.open() as file:
            return cls.from_sql(file.read())

    @property
    def literal_schema(self):
        return coerce_to_quoted(self.schema)

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.signature}"

    def to_variable_name(self):
        name = self.signature.split("(")[0].strip().lower().replace("-", "_")
        return f"{self.schema.lower()}_{name}"

    def __eq__(self, other):
        if type(other) is not type(self):
            return False
        return normalize_whitespace(self.definition) == normalize_whitespace(other.definition) and (
            self.identity == other.identity
        )

    __hash__ = object.__hash__


class PGExtension(ReplaceableEntity):
    __module__ = "alembic_utils.pg_extension"
    type_ = "extension"

    def __init__(self, schema, signature):
        super().__init__(schema, signature, "")
        self.definition = f"{type(self).__name__}: {self.schema} {self.signature}"

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.signature}"

    def to_sql_statement_create(self):
        return _text(f'CREATE EXTENSION "{self.signature}" WITH SCHEMA {self.literal_schema};')

    def to_sql_statement_drop(self, cascade=False):
        return _text(f'DROP EXTENSION "{self.signature}" {"CASCADE" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()


class PGFunction(ReplaceableEntity):
    __module__ = "alembic_utils.pg_function"
    type_ = "function"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        plpgsql = "language plpgsql" in normalize_whitespace(definition).lower().replace("'", "")
        escape = escape_colon_for_plpgsql if plpgsql else escape_colon_for_sql
        self.definition = escape(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        template = "create{}function{:s}{schema}.{signature}{:s}returns{:s}{definition}"
        found = _parse(template, sql.strip())
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGFunction """{sql}"""')
        signature = found["signature"]
        if signature.startswith('"'):
            signature = "".join(signature.split('"', 2))
        return cls(found["schema"], signature, "returns " + found["definition"])

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return f'"{name.strip()}"({rest}'

    def to_sql_statement_create(self):
        return _text(f"CREATE FUNCTION {self.literal_schema}.{self.literal_signature} {self.definition}")

    def to_sql_statement_drop(self, cascade=False):
        name, _, rest = self.signature.partition("(")
        # A default is no part of what names a function.
        parameters = [
            parameter[: len(parameter.lower().split("default")[0])].strip()
            for parameter in rest.rpartition(")")[0].strip().split(",")
        ]
        return _text(
            f'DROP FUNCTION {self.literal_schema}."{name.strip()}"({", ".join(parameters)}) '
            f'{"cascade" if cascade else ""}'
        )

    def to_sql_statement_create_or_replace(self):
        yield _text(f"CREATE OR REPLACE FUNCTION {self.literal_schema}.{self.literal_signature} {self.definition}")


class PGView(ReplaceableEntity):
    __module__ = "alembic_utils.pg_view"
    type_ = "view"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        self.definition = strip_terminating_semicolon(definition)

    @classmethod
    def from_sql(cls, sql):
        found = _parse("create{}view{:s}{schema}.{signature}{:s}as{:s}{definition}", sql)
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGView """{sql}"""')
        signature = found["signature"].split("(")[0].replace('"', "")
        return cls(found["schema"], signature, strip_terminating_semicolon(found["definition"]))

    @property
    def _name(self):
        return f'{self.literal_schema}."{self.signature}"'

    def to_sql_statement_create(self):
        return _text(f"CREATE VIEW {self._name} AS {self.definition};")

    def to_sql_statement_drop(self, cascade=False):
        return _text(f'DROP VIEW {self._name} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield _text(f"""
        do $$
            begin
                CREATE OR REPLACE VIEW {self._name} AS {self.definition};

            exception when others then
                DROP VIEW IF EXISTS {self._name};

                CREATE VIEW {self._name} AS {self.definition};
            end;
        $$ language 'plpgsql'
        """)


class PGMaterializedView(ReplaceableEntity):
    __module__ = "alembic_utils.pg_materialized_view"
    type_ = "materialized_view"

    _TEMPLATE = "create{}materialized{}view{:s}{schema}.{signature}{:s}as{:s}{definition}"
    _TEMPLATES = (
        _TEMPLATE + "{:s}with{:s}data", _TEMPLATE + "{}with{:s}{no_data}{:s}data", _TEMPLATE,
    )

    def __init__(self, schema, signature, definition, with_data=True):
        super().__init__(schema, signature, definition)
        self.definition = strip_terminating_semicolon(definition)
        self.with_data = with_data

    @classmethod
    def from_sql(cls, sql):
        sql = strip_terminating_semicolon(sql)
        for template in cls._TEMPLATES:
            found = _parse(template, sql)
            if found is not None:
                signature = found["signature"].split("(")[0].replace('"', "")
                return cls(found["schema"], signature, found["definition"], "no_data" not in found)
        raise SQLParseFailure(f'Failed to parse SQL into PGView """{sql}"""')

    @property
    def _name(self):
        return f'{self.literal_schema}."{self.signature}"'

    @property
    def _created(self):
        definition = self.definition.rstrip().rstrip(";")
        data = "" if self.with_data else "NO"
        return f"CREATE MATERIALIZED VIEW {self._name} AS {definition} WITH {data} DATA"

    def to_sql_statement_create(self):
        return _text(self._created + ";")

    def to_sql_statement_drop(self, cascade=False):
        return _text(f'DROP MATERIALIZED VIEW {self._name} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield _text(f"DROP MATERIALIZED VIEW IF EXISTS {self._name}; ")
        yield _text(self._created)


class OnEntityMixin:
    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema=schema, signature=signature, definition=definition)
        self.on_entity = coerce_to_unquoted(on_entity if "." in on_entity else "public." + on_entity)

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.signature} {self.on_entity}"

    def to_variable_name(self):
        name = self.signature.split("(")[0].strip().lower()
        return f'{self.schema.lower()}_{self.on_entity.lower().partition(".")[2]}_{name}'


class PGPolicy(OnEntityMixin, ReplaceableEntity):
    __module__ = "alembic_utils.pg_policy"
    type_ = "policy"

    @classmethod
    def from_sql(cls, sql):
        found = _parse("create policy{:s}{signature}{:s}on{:s}{on_entity}{:s}{definition}", sql.strip())
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGPolicy """{sql}"""')
        on_entity = found["on_entity"]
        if "." not in on_entity:
            on_entity = "public." + on_entity
        return cls(on_entity.partition(".")[0], found["signature"], found["definition"], on_entity)

    def to_sql_statement_create(self):
        return _text(f"CREATE POLICY {self.signature} on {self.on_entity} {self.definition}")

    def to_sql_statement_drop(self, cascade=False):
        return _text(f'DROP POLICY {self.signature} on {self.on_entity} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield _text(f"DROP POLICY IF EXISTS {self.signature} on {self.on_entity};")
        yield _text(f"CREATE POLICY {self.signature} on {self.on_entity} {self.definition};")


class PGTrigger(OnEntityMixin, ReplaceableEntity):
    __module__ = "alembic_utils.pg_trigger"
    type_ = "trigger"

    _TEMPLATES = tuple(
        "create{:s}" + kind + "{:s}{signature}{:s}{event}{:s}ON{:s}{on_entity}{:s}{action}"
        for kind in ("constraint{:s}trigger", "trigger")
    )

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema=schema, signature=signature, definition=definition, on_entity=on_entity)
        self.is_constraint = is_constraint

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.signature} {self.is_constraint} {self.on_entity}"

    @classmethod
    def from_sql(cls, sql):
        for template in cls._TEMPLATES:
            found = _parse(template, sql)
            if found is None:
                continue
            on_entity = found["on_entity"]
            if "." not in on_entity:
                on_entity = "public." + on_entity
            definition = f' {found["event"]} ON {on_entity} {found["action"]}'
            schema = on_entity.split(".")[0]
            return cls(schema, found["signature"], definition, on_entity, "constraint" in template)
        raise SQLParseFailure(f'Failed to parse SQL into PGTrigger """{sql}"""')

    def to_sql_statement_create(self):
        # The words may be written in capitals or not.
        found = _parse("{event}{:s}ON{:s}{on_entity}{:s}{action}", self.definition)
        if not found:
            raise SQLParseFailure(f'Failed to parse SQL into PGTrigger.definition """{self.definition}"""')
        schema, _, name = found["on_entity"].partition(".")
        table = name or schema
        kind = "CONSTRAINT TRIGGER" if self.is_constraint else "TRIGGER"
        return _text(
            f'CREATE {kind} "{self.signature}" {found["event"]} ON {self.schema}.{table} {found["action"]}'
        )

    def to_sql_statement_drop(self, cascade=False):
        return _text(f'DROP TRIGGER "{self.signature}" ON {self.on_entity} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield _text(f'DROP TRIGGER IF EXISTS "{self.signature}" ON {self.on_entity};')
        yield self.to_sql_statement_create()


class PGGrantTableChoice(str, _Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return str.__str__(self)

    def __repr__(self):
        return f"'{str.__str__(self)}'"


_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")


class PGGrantTable(ReplaceableEntity):
    __module__ = "alembic_utils.pg_grant_table"
    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.schema = coerce_to_unquoted(schema)
        self.table = coerce_to_unquoted(table)
        self.columns = sorted(columns) if columns else []
        self.role = coerce_to_unquoted(role)
        self.grant = PGGrantTableChoice(grant)
        self.with_grant_option = with_grant_option
        self.signature = self.identity
        if str(self.grant) in _OF_COLUMNS and not self.columns:
            raise BadInputException(f"When grant type is {self.grant} a value must be provided for columns")
        if str(self.grant) not in _OF_COLUMNS and self.columns:
            raise BadInputException(f"When grant type is {self.grant} a value must not be provided for columns")

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.table}.{self.role}.{self.grant}"

    @property
    def definition(self):
        return str(self)

    def __repr__(self):
        return (
            f"PGGrantTable(schema={self.schema!r}, table={self.table!r}, columns={self.columns!r}, "
            f"role={self.role!r}, grant={self.grant!r}, with_grant_option={self.with_grant_option!r})"
        )

    def to_variable_name(self):
        return f"{self.schema}_{self.table}_{self.role}_{self.grant}".lower()

    @property
    def _on(self):
        return f"{self.literal_schema}.{coerce_to_quoted(self.table)}"

    def to_sql_statement_create(self):
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        columns = f'( {", ".join(self.columns)} )' if self.columns else ""
        return _text(f"GRANT {self.grant} {columns} ON {self._on} TO {coerce_to_quoted(self.role)} {option}")

    def to_sql_statement_drop(self, cascade=False):
        return _text(f"REVOKE {self.grant} ON {self._on} FROM {coerce_to_quoted(self.role)}")

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()


class ReversibleOp(_MigrateOperation):
    def __init__(self, target, cascade=False):
        self.target = target
        self.cascade = cascade

    @classmethod
    def invoke_for_target(cls, operations, target):
        return operations.invoke(cls(target))

    @classmethod
    def invoke_for_target_optional_cascade(cls, operations, target, cascade=False):
        return operations.invoke(cls(target, cascade=cascade))


@_Operations.register_operation("create_entity", "invoke_for_target")
class CreateOp(ReversibleOp):
    def reverse(self):
        return DropOp(self.target)


@_Operations.register_operation("drop_entity", "invoke_for_target_optional_cascade")
class DropOp(ReversibleOp):
    def reverse(self):
        return CreateOp(self.target)


@_Operations.register_operation("replace_entity", "invoke_for_target")
class ReplaceOp(ReversibleOp):
    def reverse(self):
        return RevertOp(self.target)


class RevertOp(ReversibleOp):
    pass


@_Operations.implementation_for(CreateOp)
def _create(operations, operation):
    operations.execute(operation.target.to_sql_statement_create())


@_Operations.implementation_for(DropOp)
def _drop(operations, operation):
    operations.execute(operation.target.to_sql_statement_drop(cascade=operation.cascade))


@_Operations.implementation_for(ReplaceOp)
@_Operations.implementation_for(RevertOp)
def _replace(operations, operation):
    for statement in operation.target.to_sql_statement_create_or_replace():
        operations.execute(statement)


class ReplaceableEntityRegistry:
    """What env.py declares for autogenerate."""

    def __init__(self):
        self._entities = {}
        self.clear()

    def clear(self):
        self._entities.clear()
        self.schemas = set()
        self.exclude_schemas = set()
        self.entity_types = set()

    def register(self, entities, schemas=None, exclude_schemas=None, entity_types=None):
        self._entities.update({entity.identity: entity for entity in entities})
        self.schemas |= set(schemas or ())
        self.exclude_schemas |= set(exclude_schemas or ())
        self.entity_types |= set(entity_types or ())

    def entities(self):
        return list(self._entities.values())


registry = ReplaceableEntityRegistry()


def register_entities(entities, schemas=None, exclude_schemas=None, entity_types=None):
    registry.register(entities, schemas, exclude_schemas, entity_types)
