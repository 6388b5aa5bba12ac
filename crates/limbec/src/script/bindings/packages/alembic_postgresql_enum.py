"""The package alembic-postgresql-enum, as far as migrations use it.

Covers `op.sync_enum_values` and `op.add_enum_value` with the statements of the package, TableReference, ColumnType,
TableIndex, and Config with `set_configuration`. Does not cover what the package adds to autogenerate.
"""

import logging as _logging
import re as _re
from dataclasses import dataclass as _dataclass
from enum import Enum as _Enum
from typing import Any as _Any, NamedTuple as _NamedTuple, Optional as _Optional

import sqlalchemy as _sa
from alembic.operations import MigrateOperation as _MigrateOperation, Operations as _Operations

_log = _logging.getLogger("alembic.alembic_postgresql_enum.operations.sync_enum_values")


@_dataclass
class Config:
    add_type_ignore: bool = False
    type_ignore_comment: str = "  # type: ignore[attr-defined]"
    include_name: _Any = lambda _: True
    drop_unused_enums: bool = True
    detect_enum_values_changes: bool = True
    force_dialect_support: bool = False
    ignore_enum_values_order: bool = False


_settings = [Config()]


def set_configuration(config):
    _settings[0] = config


def get_configuration():
    return _settings[0]


class ColumnType(_Enum):
    COMMON = _sa.Enum
    ARRAY = _sa.ARRAY

    def __repr__(self):
        return f"{type(self).__name__}.{self.name}"


Unspecified = object()


@_dataclass(frozen=True)
class TableReference:
    table_name: str
    column_name: str
    table_schema: _Optional[str] = Unspecified
    column_type: ColumnType = ColumnType.COMMON
    existing_server_default: _Optional[str] = None

    def __repr__(self):
        shown = [f"table_schema={self.table_schema!r}"] if self.table_schema else []
        shown += [f"table_name={self.table_name!r}", f"column_name={self.column_name!r}"]
        if self.is_column_type_import_needed:
            shown.append(f"column_type=ColumnType.{self.column_type.name}")
        if self.existing_server_default is not None:
            shown.append(f"existing_server_default={self.existing_server_default!r}")
        return f"TableReference({', '.join(shown)})"

    @property
    def is_column_type_import_needed(self):
        return self.column_type != ColumnType.COMMON

    @property
    def table_name_with_schema(self):
        return f'"{self.table_schema}"."{self.table_name}"' if self.table_schema else f'"{self.table_name}"'

    @property
    def escaped_column_name(self):
        return f'"{self.column_name}"'


class TableIndex(_NamedTuple):
    name: str
    definition: str

    def __repr__(self):
        return f"TableIndex(name={self.name!r}, definition={self.definition!r})"


def _skipped(operations):
    name = operations.migration_context.dialect.name
    if name == "postgresql" or get_configuration().force_dialect_support:
        return False
    _log.warning(f"This library only supports postgresql, but you are using {name}, skipping")
    return True


@_Operations.register_operation("add_enum_value")
class AddEnumValuesOp(_MigrateOperation):
    @classmethod
    def add_enum_value(cls, operations, enum_schema, enum_name, new_value, before_value=None):
        if _skipped(operations):
            return
        # The package says AFTER where it is asked for a value before another one.
        place = f" AFTER '{before_value}'" if before_value else ""
        _send(operations, f"""ALTER TYPE "{enum_schema}"."{enum_name}" ADD VALUE '{new_value}'{place}""")


@_Operations.register_operation("sync_enum_values")
class SyncEnumValuesOp(_MigrateOperation):
    @classmethod
    def sync_enum_values(
        cls, operations, enum_schema, enum_name, new_values, affected_columns,
        enum_values_to_rename=(), indexes_to_recreate=None,
    ):
        if _skipped(operations):
            return
        renames = list(enum_values_to_rename)
        columns = [_reference(operations, enum_schema, column) for column in affected_columns]
        indexes = [_with_new_values(index, enum_schema, enum_name, renames) for index in indexes_to_recreate or []]
        new, old = f'"{enum_schema}"."{enum_name}"', f'"{enum_schema}"."{enum_name}_old"'

        _send(operations, f'ALTER TYPE {new} RENAME TO "{enum_name}_old"')
        values = ", ".join(f"'{value}'" for value in new_values)
        _send(operations, f"CREATE TYPE {new} AS ENUM({values})")
        for operator, function in _OPERATORS:
            _create_operator(operations, enum_schema, new, old, renames, operator, function)
        for index in indexes:
            name = ".".join('"' + part.strip('"') + '"' for part in index.name.rsplit(".", 1))
            _send(operations, f"DROP INDEX IF EXISTS {name}")
        for column in columns:
            _change_column(operations, enum_schema, enum_name, new, renames, column)
        for operator, function in _OPERATORS:
            _drop_operator(operations, enum_schema, new, old, operator, function)
        _send(operations, f"DROP TYPE {old}")
        for index in indexes:
            _send(operations, index.definition)


_OPERATORS = (("!=", "new_old_not_equals"), ("=", "new_old_equals"))


def _send(operations, sql):
    return operations.get_bind().execute(_sa.text(sql))


def _reference(operations, schema, column):
    if isinstance(column, TableReference):
        if column.table_schema is not Unspecified:
            return column
        return TableReference(
            column.table_name, column.column_name, schema, column.column_type, column.existing_server_default
        )
    if not isinstance(column, tuple):
        raise ValueError("Affected columns must contain tuples or TableReferences")
    table, name = column[0], column[1]
    kind = column[2] if len(column) > 2 else ColumnType.COMMON
    default = _send(operations, f"""
        SELECT column_default
        FROM information_schema.columns
        WHERE 
            table_schema = '{schema}' AND 
            table_name = '{table}' AND 
            column_name = '{name}'
    """).scalar()
    return TableReference(table, name, schema, kind, default)


def _create_operator(operations, schema, new, old, renames, operator, function):
    if renames:
        cases = " ".join(f"WHEN old_enum_val::text = '{before}' THEN '{after}'" for before, after in renames)
        other = f"""CASE
                    {cases}

                    ELSE old_enum_val::text
                END"""
    else:
        other = "old_enum_val::text"
    _send(operations, f"""
            CREATE FUNCTION "{schema}".{function}(
                new_enum_val {new}, old_enum_val {old}
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text {operator} {other};
            $$ LANGUAGE SQL IMMUTABLE
        """)
    _send(operations, f"""
        CREATE OPERATOR "{schema}".{operator} (
            leftarg = {new},
            rightarg = {old},
            procedure = "{schema}".{function}
        )
    """)


def _drop_operator(operations, schema, new, old, operator, function):
    _send(operations, f"""
            DROP OPERATOR IF EXISTS "{schema}".{operator} (
                {new},
                {old}
            )
            """)
    _send(operations, f"""
        DROP FUNCTION "{schema}".{function}(
            new_enum_val {new}, old_enum_val {old}
        )
    """)


def _change_column(operations, schema, enum_name, new, renames, column):
    table, name, default = column.table_name_with_schema, column.escaped_column_name, column.existing_server_default
    if default is not None:
        _send(operations, f"""ALTER TABLE {table}
             ALTER COLUMN {name} DROP DEFAULT""")
    try:
        _send(operations, _cast(table, name, new, renames, column.column_type))
    except _sa.exc.DataError as error:
        raise ValueError(
            f"a row of {table} has a value in {name} that the enum is to lose: give it in enum_values_to_rename, or "
            "change or delete such rows before sync_enum_values"
        ) from error
    if default is not None:
        _send(operations, f"""ALTER TABLE {table}
            ALTER COLUMN {name} SET DEFAULT {_new_default(schema, default, enum_name, renames)}""")


def _cast(table, name, new, renames, kind):
    if kind == ColumnType.ARRAY:
        value = f"{name}::text[]"
        for before, after in renames:
            value = f"array_replace({value}, '{before}', '{after}')"
        return f"""ALTER TABLE {table} 
            ALTER COLUMN {name} TYPE {new}[]
            USING {value}::{new}[]
            """
    if renames:
        cases = " ".join(f"WHEN {name}::text = '{before}' THEN '{after}'::{new}" for before, after in renames)
        value = f"""CASE 
                {cases}

                ELSE {name}::text::{new}
                END"""
    else:
        value = f"{name}::text::{new}"
    return f"""ALTER TABLE {table} 
                ALTER COLUMN {name} TYPE {new} 
                USING {value}
                """


def _new_default(schema, default, enum_name, renames):
    kind = f"{schema}.{enum_name}" if schema else enum_name
    if default.startswith("ARRAY["):
        return _re.sub(r"::[.\w]+", f"::{kind}", _renamed(default, renames))
    array = "[]" if default.endswith("[]") else ""
    value = default[: default.find("::")]
    return f"{_renamed(value, renames)}::{kind}{array}"


def _renamed(text, renames):
    for before, after in renames:
        text = text.replace(f"'{before}'", f"'{after}'").replace(f'"{before}"', f'"{after}"')
    return text


def _with_new_values(index, schema, enum_name, renames):
    definition = index.definition
    for before, after in renames:
        kinds = [enum_name, f"{schema}.{enum_name}"] if schema else [enum_name]
        for kind in kinds:
            definition = definition.replace(f"'{before}'::{kind}", f"'{after}'::{kind}")
    return TableIndex(index.name, definition)
