"""The package SQLAlchemy-Searchable, as far as migrations use it.

Covers `sync_trigger` and `drop_trigger`, the statements CreateSearchFunctionSQL, CreateSearchTriggerSQL,
DropSearchFunctionSQL and DropSearchTriggerSQL, SearchOptions, `sql_expressions`, `vectorizer`, and
of `make_searchable` the index of the column. Does not cover `search`.
"""

import dataclasses as _dataclasses
from functools import reduce as _reduce

import sqlalchemy as _sa
from sqlalchemy.ext.compiler import compiles as _compiles
from sqlalchemy.schema import DDL as _DDL, DDLElement as _DDLElement
from sqlalchemy_utils import TSVectorType

__version__ = "3.0.0"


@_dataclasses.dataclass(frozen=True)
class SearchOptions:
    search_trigger_name: str = "{table}_{column}_trigger"
    search_trigger_function_name: str = "{table}_{column}_update"
    regconfig: str = "pg_catalog.english"
    weights: dict = _dataclasses.field(default_factory=dict)
    auto_index: bool = True


class Vectorizer:
    """What makes the text of a column that is no text, by the column or by its type."""

    def __init__(self, type_vectorizers=None, column_vectorizers=None):
        self.type_vectorizers = type_vectorizers or {}
        self.column_vectorizers = column_vectorizers or {}

    def clear(self):
        self.type_vectorizers = {}
        self.column_vectorizers = {}

    def contains_tsvector(self, tsvector_column):
        names = getattr(tsvector_column.type, "columns", None) or ()
        return any(getattr(tsvector_column.table.c, name) in self for name in names)

    def __contains__(self, column):
        return self._find(column) is not None

    def __getitem__(self, column):
        found = self._find(column)
        if found is None:
            raise KeyError(column)
        return found

    def _find(self, column):
        by_column = self.column_vectorizers.get(self._key(column))
        return by_column or self.type_vectorizers.get(type(column.type))

    @staticmethod
    def _key(column):
        return (str(column.table.name), str(column.name))

    def __call__(self, type_or_column):
        def register(function):
            if isinstance(type_or_column, type):
                self.type_vectorizers[type_or_column] = function
            else:
                self.column_vectorizers[self._key(type_or_column)] = function
            return function

        return register


vectorizer = Vectorizer()


class SQLConstruct:
    def __init__(self, tsvector_column, indexed_columns=None, options=None):
        self.table = tsvector_column.table
        self.tsvector_column = tsvector_column
        self.search_options = options or SearchOptions()
        self.indexed_columns = list(indexed_columns or getattr(tsvector_column.type, "columns", ()))

    def _name(self, template):
        return template.format(table=self.table.name, column=self.tsvector_column.name)

    @property
    def table_name(self):
        name = f'"{self.table.name}"'
        return f"{self.table.schema}.{name}" if self.table.schema else name

    @property
    def search_function_name(self):
        return self._name(self.search_options.search_trigger_function_name)

    @property
    def search_trigger_name(self):
        return self._name(self.search_options.search_trigger_name)

    def column_vector(self, column):
        value = _sa.literal_column(f"NEW.{column.name}")
        if column in vectorizer:
            value = vectorizer[column](value)
        found = _sa.func.to_tsvector(
            _sa.literal(self.search_options.regconfig), _sa.func.coalesce(value, _sa.text("''"))
        )
        weight = self.search_options.weights.get(column.name)
        return found if weight is None else _sa.func.setweight(found, weight)

    def search_vector(self, compiler):
        vectors = [self.column_vector(getattr(self.table.c, name)) for name in self.indexed_columns]
        joined = _reduce(lambda one, other: one.op("||")(other), vectors)
        return compiler.sql_compiler.process(joined, literal_binds=True)


class CreateSearchFunctionSQL(SQLConstruct, _DDLElement):
    pass


class CreateSearchTriggerSQL(SQLConstruct, _DDLElement):
    @property
    def search_trigger_function_with_trigger_args(self):
        columns = [getattr(self.table.c, name) for name in self.indexed_columns]
        if self.search_options.weights or any(column in vectorizer for column in columns):
            return self.search_function_name + "()"
        arguments = [self.tsvector_column.name, f"'{self.search_options.regconfig}'", *self.indexed_columns]
        return f"tsvector_update_trigger({', '.join(arguments)})"


class DropSearchFunctionSQL(SQLConstruct, _DDLElement):
    pass


class DropSearchTriggerSQL(SQLConstruct, _DDLElement):
    pass


@_compiles(CreateSearchFunctionSQL)
def _create_function(element, compiler, **kw):
    return f"""CREATE FUNCTION
            {element.search_function_name}() RETURNS TRIGGER AS $$
        BEGIN
            NEW.{element.tsvector_column.name} = {element.search_vector(compiler)};
            RETURN NEW;
        END
        $$ LANGUAGE 'plpgsql';
        """


@_compiles(CreateSearchTriggerSQL)
def _create_trigger(element, compiler, **kw):
    return (
        f"CREATE TRIGGER {element.search_trigger_name} BEFORE UPDATE OR INSERT ON {element.table_name} "
        f"FOR EACH ROW EXECUTE PROCEDURE {element.search_trigger_function_with_trigger_args}"
    )


@_compiles(DropSearchFunctionSQL)
def _drop_function(element, compiler, **kw):
    return f"DROP FUNCTION IF EXISTS {element.search_function_name}()"


@_compiles(DropSearchTriggerSQL)
def _drop_trigger(element, compiler, **kw):
    return f"DROP TRIGGER IF EXISTS {element.search_trigger_name} ON {element.table_name}"


def sync_trigger(
    conn, table_name, tsvector_column, indexed_columns, metadata=None, options=None, schema=None, update_rows=True
):
    table = _sa.Table(table_name, metadata or _sa.MetaData(), autoload_with=conn, schema=schema)
    for statement in (DropSearchTriggerSQL, DropSearchFunctionSQL, CreateSearchFunctionSQL, CreateSearchTriggerSQL):
        conn.execute(statement(getattr(table.c, tsvector_column), indexed_columns, options))
    if update_rows:
        conn.execute(table.update().values({indexed_columns[0]: _sa.text(indexed_columns[0])}))


def drop_trigger(conn, table_name, tsvector_column, metadata=None, options=None, schema=None):
    table = _sa.Table(table_name, metadata or _sa.MetaData(), autoload_with=conn, schema=schema)
    for statement in (DropSearchTriggerSQL, DropSearchFunctionSQL):
        conn.execute(statement(getattr(table.c, tsvector_column), options=options))


sql_expressions = _DDL("""CREATE OR REPLACE FUNCTION parse_websearch(config regconfig, search_query text)
RETURNS tsquery AS $$
SELECT
    string_agg(
        (
            CASE
                WHEN position('''' IN words.word) > 0 THEN CONCAT(words.word, ':*')
                ELSE words.word
            END
        ),
        ' '
    )::tsquery
FROM (
    SELECT trim(
        regexp_split_to_table(
            websearch_to_tsquery(config, lower(search_query))::text,
            ' '
        )
    ) AS word
) AS words
$$ LANGUAGE SQL IMMUTABLE;


CREATE OR REPLACE FUNCTION parse_websearch(search_query text)
RETURNS tsquery AS $$
SELECT parse_websearch('pg_catalog.simple', search_query);
$$ LANGUAGE SQL IMMUTABLE;
""")


def make_searchable(metadata, mapper=None, manager=None, options=None):
    """From now on a table with a TSVectorType has the index that the package gives it."""
    TSVectorType._searchable = options or SearchOptions()


def remove_listeners(metadata, manager=None, mapper=None):
    TSVectorType._searchable = None
