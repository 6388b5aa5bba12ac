"""The package SQLAlchemy-Searchable, as far as migrations use it.

Covers `sync_trigger` and `drop_trigger` with the statements CreateSearchFunctionSQL, CreateSearchTriggerSQL,
DropSearchFunctionSQL and DropSearchTriggerSQL, SearchOptions, `vectorizer`, and of `make_searchable` the index of the
column. Does not cover `search`, nor the functions of the database that `sql_expressions` makes: using it is an error.
"""

from dataclasses import dataclass as _dataclass, field as _field

import sqlalchemy as _sa
from _limbec import unsupported as _unsupported
from sqlalchemy.ext.compiler import compiles as _compiles
from sqlalchemy.schema import DDLElement as _DDLElement
from sqlalchemy_utils import TSVectorType


@_dataclass(frozen=True)
class SearchOptions:
    search_trigger_name: str = "{table}_{column}_trigger"
    search_trigger_function_name: str = "{table}_{column}_update"
    regconfig: str = "pg_catalog.english"
    weights: dict = _field(default_factory=dict)
    auto_index: bool = True


class Vectorizer:
    """A decorator for the functions that make the text of a column; by its type, or for one column alone."""

    def __init__(self):
        self._functions = {}

    def __call__(self, what):
        key = what if isinstance(what, type) else (what.table.name, what.name)

        def register(function):
            self._functions[key] = function
            return function

        return register

    def clear(self):
        self._functions.clear()

    def _of(self, column):
        own = self._functions.get((column.table.name, column.name))
        return own if own is not None else self._functions.get(type(column.type))


vectorizer = Vectorizer()


class _Statement(_DDLElement):
    """A statement about one column with search vectors; each kind says how it is written."""

    def __init__(self, tsvector_column, indexed_columns=None, options=None):
        self._column = tsvector_column
        self._options = options if options is not None else SearchOptions()
        names = indexed_columns or getattr(tsvector_column.type, "columns", None) or []
        self._sources = [tsvector_column.table.c[name] for name in names]

    def _named(self, template):
        return template.format(table=self._column.table.name, column=self._column.name)

    @property
    def _function(self):
        return self._named(self._options.search_trigger_function_name)

    @property
    def _trigger(self):
        return self._named(self._options.search_trigger_name)

    @property
    def _table(self):
        schema = self._column.table.schema
        return (f"{schema}." if schema else "") + f'"{self._column.table.name}"'


class CreateSearchFunctionSQL(_Statement):
    def _write(self, compiler):
        parts = [compiler.sql_compiler.process(self._vector(source), literal_binds=True) for source in self._sources]
        # The lines and their indents are those that the package sends.
        return (
            f"CREATE FUNCTION\n            {self._function}() RETURNS TRIGGER AS $$\n        BEGIN\n"
            f"            NEW.{self._column.name} = {' || '.join(parts)};\n            RETURN NEW;\n        END\n"
            "        $$ LANGUAGE 'plpgsql';\n        "
        )

    def _vector(self, source):
        text = _sa.literal_column("NEW." + source.name)
        function = vectorizer._of(source)
        if function is not None:
            text = function(text)
        language = _sa.literal(self._options.regconfig)
        vector = _sa.func.to_tsvector(language, _sa.func.coalesce(text, _sa.text("''")))
        if source.name not in self._options.weights:
            return vector
        return _sa.func.setweight(vector, self._options.weights[source.name])


class CreateSearchTriggerSQL(_Statement):
    def _write(self, compiler):
        return (
            f"CREATE TRIGGER {self._trigger} BEFORE UPDATE OR INSERT ON {self._table} "
            f"FOR EACH ROW EXECUTE PROCEDURE {self._call()}"
        )

    def _call(self):
        # PostgreSQL's own trigger function knows neither weights nor texts that are made.
        if self._options.weights or any(vectorizer._of(source) for source in self._sources):
            return f"{self._function}()"
        names = "".join(", " + source.name for source in self._sources)
        return f"tsvector_update_trigger({self._column.name}, '{self._options.regconfig}'{names})"


class DropSearchFunctionSQL(_Statement):
    def _write(self, compiler):
        return f"DROP FUNCTION IF EXISTS {self._function}()"


class DropSearchTriggerSQL(_Statement):
    def _write(self, compiler):
        return f"DROP TRIGGER IF EXISTS {self._trigger} ON {self._table}"


class _Expressions(_DDLElement):
    """Stands for a text of the package that is not here."""

    def _write(self, compiler=None):
        _unsupported(
            "sqlalchemy_searchable.sql_expressions: the SQL of this package is not part of Limbec; paste it into the "
            "migration, in a call of op.execute()"
        )

    @property
    def statement(self):
        self._write()

    __str__ = _write


sql_expressions = _Expressions()

for _kind in (
    CreateSearchFunctionSQL, CreateSearchTriggerSQL, DropSearchFunctionSQL, DropSearchTriggerSQL, _Expressions,
):
    _compiles(_kind)(lambda element, compiler, **kw: element._write(compiler))


def _send(connection, table_name, column, metadata, schema, kinds, *arguments):
    table = _sa.Table(table_name, metadata or _sa.MetaData(), autoload_with=connection, schema=schema)
    for kind in kinds:
        connection.execute(kind(table.c[column], *arguments))
    return table


def sync_trigger(
    conn, table_name, tsvector_column, indexed_columns, metadata=None, options=None, schema=None, update_rows=True
):
    kinds = (DropSearchTriggerSQL, DropSearchFunctionSQL, CreateSearchFunctionSQL, CreateSearchTriggerSQL)
    table = _send(conn, table_name, tsvector_column, metadata, schema, kinds, indexed_columns, options)
    if update_rows:
        # An update that changes nothing makes the new trigger fill the rows that are there.
        first = indexed_columns[0]
        conn.execute(table.update().values({first: _sa.text(first)}))


def drop_trigger(conn, table_name, tsvector_column, metadata=None, options=None, schema=None):
    kinds = (DropSearchTriggerSQL, DropSearchFunctionSQL)
    _send(conn, table_name, tsvector_column, metadata, schema, kinds, None, options)


def make_searchable(metadata, mapper=None, manager=None, options=None):
    """From now on a table with a TSVectorType has the index that the package gives it."""
    # Before the package's 2.0 they were a dictionary.
    if isinstance(options, dict):
        options = SearchOptions(**{name: value for name, value in options.items() if hasattr(SearchOptions, name)})
    TSVectorType._searchable = options or SearchOptions()


def remove_listeners(metadata, manager=None, mapper=None):
    TSVectorType._searchable = None
