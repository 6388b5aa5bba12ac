"""Asks SQLAlchemy about the schemas of the .sql files beside this script and writes its answers.

    python record.py          # needs SQLAlchemy 2.0

The answers stand in one .json file for each .sql file; the test compares Limbec's inspector with them.
"""
import json
import pathlib
import sqlite3
import warnings

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

HERE = pathlib.Path(__file__).parent
DIALECT = sa.create_engine("sqlite://").dialect


def type_of(t):
    if isinstance(t, sa.types.NullType):
        return "NullType"
    return f"{type(t).__name__} {t.compile(DIALECT)}"


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, sa.types.TypeEngine):
        return type_of(value)
    if isinstance(value, sa.sql.elements.TextClause):
        return value.text
    return value


def ask(f, *a):
    try:
        return plain(f(*a))
    except Exception as e:
        return {"error": f"{type(e).__name__}: {e}"}


def answers(sql):
    engine = sa.create_engine("sqlite://", poolclass=StaticPool)
    raw = engine.raw_connection()
    raw.driver_connection.executescript(sql)
    insp = sa.inspect(engine)
    out = {"tables": insp.get_table_names(), "views": insp.get_view_names(), "of": {}}
    for name in out["tables"] + out["views"]:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            out["of"][name] = {
                "columns": ask(insp.get_columns, name),
                "pk": ask(insp.get_pk_constraint, name),
                "fks": ask(insp.get_foreign_keys, name),
                "uniques": ask(insp.get_unique_constraints, name),
                "checks": ask(insp.get_check_constraints, name),
                "indexes": ask(insp.get_indexes, name),
                "options": ask(insp.get_table_options, name),
            }
        out["of"][name]["warnings"] = sorted({str(w.message) for w in caught})
    return out


for path in sorted(HERE.glob("*.sql")):
    cases = {}
    for part in path.read_text().split("-- case: ")[1:]:
        title, sql = part.split("\n", 1)
        cases[title] = answers(sql)
    path.with_suffix(".json").write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
    print(path.name, len(cases))
