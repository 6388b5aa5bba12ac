"""Ask the inspector everything, and print the answers as JSON of repr()s.

It is a revision, so that it runs under Alembic (`record.py`) and under Limbec (the test) alike.
"""

import json
import re
import warnings

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine.reflection import ObjectKind, ObjectScope
from sqlalchemy.schema import CreateIndex, CreateTable

revision = "questions"
down_revision = None

SINGLE = ("columns", "pk_constraint", "foreign_keys", "unique_constraints", "check_constraints", "indexes",
          "table_comment", "table_options")
NAMES = ("table_names", "view_names", "materialized_view_names", "sequence_names", "foreign_table_names",
         "enums", "domains")
CHOICES = (
    (ObjectKind.TABLE, ObjectScope.DEFAULT),
    (ObjectKind.VIEW, ObjectScope.ANY),
    (ObjectKind.MATERIALIZED_VIEW, ObjectScope.DEFAULT),
    (ObjectKind.TABLE | ObjectKind.VIEW, ObjectScope.TEMPORARY),
    (ObjectKind.ANY, ObjectScope.ANY),
)


def plain(text):
    return re.sub(r" at 0x[0-9a-f]+", "", text)


def answer(question, *args, **kw):
    """The answer as text, an error by its class and message."""
    try:
        return plain(repr(question(*args, **kw)))
    except NotImplementedError:
        return "NotImplementedError"
    except AttributeError:
        return "AttributeError"
    except sa.exc.OperationalError:
        # Which statement of the inspector's own has failed is its own matter.
        return "OperationalError"
    except sa.exc.SQLAlchemyError as error:
        return f"{type(error).__name__}: {error}"


def listed(question, *args, **kw):
    """The same, for names that the database gives in any order."""
    try:
        return [plain(repr(item)) for item in sorted(question(*args, **kw), key=repr)]
    except NotImplementedError:
        return "NotImplementedError"
    except AttributeError:
        return "AttributeError"


def about_schema(inspector, schema):
    found = {}
    for name in NAMES:
        found[name] = listed(lambda: getattr(inspector, "get_" + name)(schema=schema))
    return found


def tables_of(inspector, schema):
    names = set()
    for name in ("table_names", "view_names", "materialized_view_names", "foreign_table_names"):
        try:
            names.update(getattr(inspector, "get_" + name)(schema=schema))
        except (NotImplementedError, AttributeError):
            pass
    if schema is None:
        names.update(inspector.get_temp_table_names())
        names.update(inspector.get_temp_view_names())
    return sorted(names)


def about_table(inspector, table, schema):
    found = {"has_table": answer(inspector.has_table, table, schema)}
    for name in SINGLE:
        text = answer(getattr(inspector, "get_" + name), table, schema)
        if text not in ("[]", "{}", "{'text': None}"):
            found[name] = text
    found["view"] = answer(inspector.get_view_definition, table, schema)
    return found


def many(inspector, schema):
    """The family of `get_multi_...` for kinds and scopes: which tables, and whether the answers are those of the
    single questions."""
    found = {}
    for kind, scope in CHOICES:
        for name in SINGLE:
            key = f"{name} {kind.name} {scope.name}"
            try:
                answers = getattr(inspector, "get_multi_" + name)(schema=schema, kind=kind, scope=scope)
            except NotImplementedError:
                found[key] = "NotImplementedError"
                continue
            single = getattr(inspector, "get_" + name)
            found[key] = " ".join(
                f"{one[1]}={plain(repr(answers[one])) == answer(single, one[1], one[0])}" for one in sorted(answers, key=repr)
            )
    names = tables_of(inspector, schema)[:2] + ["there is none"]
    found["filtered"] = sorted(map(repr, inspector.get_multi_columns(schema=schema, filter_names=names)))
    return found


def ddl(connection, element):
    try:
        # The driver's way to write a percent sign is no matter of the inspector.
        return str(element.compile(dialect=connection.dialect)).replace("%%", "%")
    except sa.exc.SQLAlchemyError as error:
        return f"{type(error).__name__}: {error}"


def forgotten(index):
    """SQLAlchemy's DDL forgets the operator class of an expression, which Limbec's does not."""
    return index.dialect_kwargs.get("postgresql_ops") and any(isinstance(one, sa.TextClause) for one in index.expressions)


def shown(column):
    """The foreign keys of a column are a set, in any order."""
    text = plain(repr(column))
    keys = sorted(re.findall(r"ForeignKey\('[^']*'\), ", text))
    return re.sub(r"(ForeignKey\('[^']*'\), )+", lambda _: "".join(keys), text)


def metadata_of(metadata, connection):
    found = {}
    for key in sorted(metadata.tables):
        table = metadata.tables[key]
        indexes = sorted(table.indexes, key=lambda index: index.name)
        constraints = sorted(table.constraints, key=lambda one: (type(one).__name__, one.name or ""))
        found[key] = {
            "create": ddl(connection, CreateTable(table)),
            "indexes": [ddl(connection, CreateIndex(index)) for index in indexes if not forgotten(index)],
            "constraints": [f"{type(one).__name__} {one.name} {one.comment}" for one in constraints],
            "comments": [table.comment, [column.comment for column in table.columns]],
            "columns": [shown(column) for column in table.columns],
            "primary_key": [column.name for column in table.primary_key.columns],
            "foreign_keys": sorted(key.target_fullname for key in table.foreign_keys),
        }
    return found


def reflected(connection, schema):
    metadata = sa.MetaData()
    try:
        metadata.reflect(connection, schema=schema, views=True)
    except (sa.exc.SQLAlchemyError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    return metadata_of(metadata, connection)


def one_by_one(connection, inspector, schema):
    """`Table(autoload_with=)` of one table brings those along to which it refers."""
    found = {}
    for name in tables_of(inspector, schema):
        metadata = sa.MetaData()
        try:
            sa.Table(name, metadata, schema=schema, autoload_with=connection)
        except (sa.exc.SQLAlchemyError, TypeError) as error:
            found[name] = f"{type(error).__name__}: {error}"
        else:
            found[name] = sorted(metadata.tables)
    return found


def missing(inspector):
    found = {}
    for name in SINGLE:
        for schema in (None, "nowhere"):
            found[f"{name} {schema}"] = answer(getattr(inspector, "get_" + name), "nothing", schema)
    for name in ("has_table", "has_sequence", "has_type"):
        found[name] = answer(lambda: getattr(inspector, name)("nothing"))
    found["has_schema"] = answer(inspector.has_schema, "nowhere")
    found["has_index"] = answer(inspector.has_index, "nothing", "nothing")
    found["view"] = answer(inspector.get_view_definition, "nothing")
    found["oid"] = answer(lambda: inspector.get_table_oid("nothing"))
    found["table"] = answer(lambda: sa.Table("nothing", sa.MetaData(), autoload_with=inspector))
    found["table of a schema"] = answer(lambda: sa.Table("nothing", sa.MetaData(), schema="nowhere", autoload_with=inspector))
    return found


def existing(inspector, schema):
    """What there is is there."""
    found = {}
    for name in tables_of(inspector, schema):
        for index in answerable(lambda: inspector.get_indexes(name, schema)):
            found[f"{name}.{index['name']}"] = inspector.has_index(name, index["name"], schema)
    for name in answerable(lambda: inspector.get_sequence_names(schema)):
        found["sequence " + name] = inspector.has_sequence(name, schema)
    for item in answerable(lambda: inspector.get_enums(schema)):
        found["type " + item["name"]] = inspector.has_type(item["name"], schema)
    return dict(sorted(found.items()))


def answerable(question):
    try:
        return question()
    except (NotImplementedError, AttributeError):
        return []


def everything(connection):
    inspector = sa.inspect(connection)
    found = {
        "inspector": type(inspector).__name__,
        "default_schema": inspector.default_schema_name,
        "schemas": inspector.get_schema_names(),
        "temporary": [listed(inspector.get_temp_table_names), listed(inspector.get_temp_view_names)],
        "missing": missing(inspector),
        "of": {},
    }
    schemas = [name for name in inspector.get_schema_names() if name not in ("information_schema", "main")]
    for schema in [None, *schemas]:
        found["of"][str(schema)] = {
            "there": about_schema(inspector, schema),
            "tables": {name: about_table(inspector, name, schema) for name in tables_of(inspector, schema)},
            "existing": existing(inspector, schema),
            "many": many(inspector, schema),
            "one by one": one_by_one(connection, inspector, schema),
            "metadata": reflected(connection, schema),
        }
    return found


def upgrade():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = everything(op.get_bind())
    found["warnings"] = sorted({f"{one.category.__name__}: {one.message}" for one in caught})
    print(json.dumps(found, indent=1, ensure_ascii=False))


def downgrade():
    pass
