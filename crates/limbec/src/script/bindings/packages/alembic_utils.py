"""The package alembic_utils, as far as migrations and env.py use it.

Covers PGFunction, PGView, PGMaterializedView, PGTrigger, PGExtension, PGPolicy and PGGrantTable with `from_sql` and
`from_path`; `op.create_entity`, `op.replace_entity` and `op.drop_entity` with the statements of the package; and
`register_entities`, after which autogenerate compares the entities. Does not cover PGPolicy and PGGrantTable in autogenerate.
"""

import re as _re
from enum import Enum as _Enum

from alembic.autogenerate import comparators as _comparators, renderers as _renderers
from alembic.operations import MigrateOperation as _MigrateOperation, Operations as _Operations
from sqlalchemy import text as _text
from sqlalchemy.exc import DBAPIError as _Refused


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

    # The version in the database, which a change replaces.
    _version_to_replace = None

    @classmethod
    def from_database(cls, connection, schema):
        from _limbec import unsupported

        unsupported(f"{cls.__name__} in autogenerate")

    @classmethod
    def render_import_statement(cls):
        return f"from {cls.__module__} import {cls.__name__}\nfrom sqlalchemy import text as sql_text"

    def render_self_for_migration(self, omit_definition=False):
        definition = "# not required for op" if omit_definition else self.definition
        return self._written(definition=repr(definition))

    def _written(self, **arguments):
        arguments = {"schema": f'"{self.schema}"', "signature": f'"{self.signature}"', **arguments}
        lines = ",\n".join(f"    {name}={value}" for name, value in arguments.items())
        return f"{self.to_variable_name()} = {type(self).__name__}(\n{lines}\n)\n"

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

    @classmethod
    def from_database(cls, connection, schema):
        rows = connection.execute(
            _text("SELECT n.nspname, e.extname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE n.nspname = :schema"),
            {"schema": schema},
        )
        return [cls(*row) for row in rows.fetchall()]

    def render_self_for_migration(self, omit_definition=False):
        return self._written()

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

    @classmethod
    def from_database(cls, connection, schema):
        rows = connection.execute(
            _text(
                "SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
                "WHERE n.nspname = :schema AND p.prokind = 'f' AND NOT EXISTS (SELECT 1 FROM pg_depend d "
                "WHERE d.classid = CAST('pg_proc' AS regclass) AND d.objid = p.oid AND d.deptype = 'e')"
            ),
            {"schema": schema},
        )
        return [cls.from_sql(row[0]) for row in rows.fetchall()]

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

    @classmethod
    def from_database(cls, connection, schema):
        rows = connection.execute(
            _text("SELECT schemaname, viewname, definition FROM pg_views WHERE schemaname = :schema"), {"schema": schema}
        )
        return [cls(*row) for row in rows.fetchall()]

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

    @classmethod
    def from_database(cls, connection, schema):
        rows = connection.execute(
            _text("SELECT schemaname, matviewname, definition, ispopulated FROM pg_matviews WHERE schemaname = :schema"),
            {"schema": schema},
        )
        return [cls(*row) for row in rows.fetchall()]

    def render_self_for_migration(self, omit_definition=False):
        definition = "# not required for op" if omit_definition else self.definition
        pieces = (
            f'schema="{self.schema}"',
            f'signature="{self.signature}"',
            f"definition={definition!r}",
            f"with_data={self.with_data!r}",
        )
        lines = ",\n".join("            " + piece for piece in pieces)
        return f"{self.to_variable_name()} = {type(self).__name__}(\n{lines}\n        )\n\n"

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
    def from_database(cls, connection, schema):
        rows = connection.execute(
            _text(
                "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND n.nspname = :schema"
            ),
            {"schema": schema},
        )
        return [cls.from_sql(row[0]) for row in rows.fetchall()]

    def render_self_for_migration(self, omit_definition=False):
        definition = "# not required for op" if omit_definition else self.definition
        return self._written(
            on_entity=f'"{self.on_entity}"', is_constraint=self.is_constraint, definition=repr(definition)
        )

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

    def to_diff_tuple(self):
        return "create_entity", self.target.identity, str(self.target.to_sql_statement_create())


@_Operations.register_operation("drop_entity", "invoke_for_target_optional_cascade")
class DropOp(ReversibleOp):
    def reverse(self):
        return CreateOp(self.target)

    def to_diff_tuple(self):
        return "drop_entity", self.target.identity


@_Operations.register_operation("replace_entity", "invoke_for_target")
class ReplaceOp(ReversibleOp):
    def reverse(self):
        return RevertOp(self.target)

    def to_diff_tuple(self):
        statements = [str(statement) for statement in self.target.to_sql_statement_create_or_replace()]
        return "replace_or_revert_entity", self.target.identity, str(statements)


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


def _render(operation, replaced=False):
    def render(autogen_context, op):
        target = op.target._version_to_replace if replaced else op.target
        autogen_context.imports.add(target.render_import_statement())
        end = "" if replaced else "\n"
        return target.render_self_for_migration() + f"op.{operation}({target.to_variable_name()}){end}"

    return render


_renderers.dispatch_for(CreateOp)(_render("create_entity"))
_renderers.dispatch_for(DropOp)(_render("drop_entity"))
_renderers.dispatch_for(ReplaceOp)(_render("replace_entity"))
_renderers.dispatch_for(RevertOp)(_render("replace_entity", replaced=True))

# The kinds in which the database is searched for what is not declared.
_COMPARED = (PGExtension, PGFunction, PGMaterializedView, PGTrigger, PGView)


class _Undone:
    """A savepoint that is always rolled back."""

    def __init__(self, connection):
        self.connection = connection

    def __enter__(self):
        self.transaction = self.connection.begin_nested()

    def __exit__(self, *error):
        self.transaction.rollback()
        return False


def _make(connection, entity):
    """Make an entity in place of the one that may be there."""
    transaction = connection.begin_nested()
    try:
        connection.execute(entity.to_sql_statement_drop(cascade=True))
        transaction.commit()
    except _Refused:
        transaction.rollback()
    statement = entity.to_sql_statement_create()
    if isinstance(entity, PGMaterializedView) and entity.with_data:
        statement = PGMaterializedView(entity.schema, entity.signature, entity.definition, False).to_sql_statement_create()
    connection.execute(statement)


def _in_database(connection, entity, before):
    """How the database has an entity once it and what it needs are made."""
    with _Undone(connection):
        for other in before:
            _make(connection, other)
        _make(connection, entity)
        known = {found.identity: found for found in type(entity).from_database(connection, entity.schema)}
        if entity.identity in known:
            return known[entity.identity]
        connection.execute(entity.to_sql_statement_drop())
        for found in type(entity).from_database(connection, entity.schema):
            known.pop(found.identity, None)
        for found in known.values():
            return found
    raise UnreachableException()


def _in_order(connection, entities):
    """The entities, those first that others need, as far as trying tells."""
    done, waiting = [], list(entities)
    while waiting:
        rest = []
        for entity in waiting:
            try:
                with _Undone(connection):
                    for other in done:
                        _make(connection, other)
                    _make(connection, entity)
                done.append(entity)
            except _Refused:
                rest.append(entity)
        if len(rest) == len(waiting):
            return done + rest
        waiting = rest
    return done


def _includes(autogen_context, entity, reflected):
    name = f"{entity.schema}.{entity.signature}"
    parents = {"schema_name": entity.schema, "table_name": f"Not applicable for type {entity.type_}"}
    return (not reflected or autogen_context.run_name_filters(name, entity.type_, parents)) and (
        autogen_context.run_object_filters(entity, name, entity.type_, reflected=reflected, compare_to=None)
    )


@_comparators.dispatch_for("schema")
def _compare(autogen_context, upgrade_ops, schemas):
    connection = autogen_context.connection
    entities = registry.entities()
    if autogen_context.dialect.name != "postgresql":
        return
    allowed = registry.entity_types
    observed = {schema for schema in schemas if schema} | registry.schemas | {entity.schema for entity in entities}
    if autogen_context.opts.get("include_schemas"):
        observed |= set(autogen_context.inspector.get_schema_names())
    observed -= registry.exclude_schemas | {"information_schema"}
    local, made = set(), []
    for entity in _in_order(connection, entities):
        if allowed and type(entity) not in allowed:
            continue
        if not _includes(autogen_context, entity, False):
            continue
        wanted = _in_database(connection, entity, made)
        local.add(wanted.identity)
        present = {found.identity: found for found in type(entity).from_database(connection, entity.schema)}
        found = present.get(wanted.identity)
        if found is None:
            upgrade_ops.ops.append(CreateOp(entity))
        elif normalize_whitespace(found.definition) != normalize_whitespace(wanted.definition):
            entity._version_to_replace = found
            upgrade_ops.ops.append(ReplaceOp(entity))
        else:
            continue
        made.append(entity)
    for kind in _COMPARED:
        if allowed and kind not in allowed:
            continue
        for schema in sorted(observed):
            for entity in kind.from_database(connection, schema):
                if entity.identity not in local and _includes(autogen_context, entity, True):
                    upgrade_ops.ops.append(DropOp(entity))
