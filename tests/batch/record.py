#!/usr/bin/env python3
"""Record what Alembic makes of the batches of this folder.

    python tests/batch/record.py

Run it with a Python that has alembic 1.20 and SQLAlchemy 2.0. Every function of a file is a case, except
those with arguments or a result: a database is made from SETUP, the function runs as a migration, and the
schema and the rows that are left are written to the .json file beside it, or the exception.
A case is added by writing a function and running this program.
"""
import importlib.util
import inspect
import json
import pathlib
import sqlite3
import sys
import warnings

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy.pool import StaticPool

HERE = pathlib.Path(__file__).resolve().parent
CONSTRAINTS = ("CONSTRAINT ", "PRIMARY KEY", "UNIQUE", "CHECK", "FOREIGN KEY")


def load(path):
    spec = importlib.util.spec_from_file_location("cases_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folded(sql):
    """Alembic keeps constraints in a set, so that their order is that of a hash: sort them."""
    if sql is None or "\n\t" not in sql:
        return sql
    lines = [line.rstrip().rstrip(",") for line in sql.split("\n")]
    at = [i for i, line in enumerate(lines) if line.lstrip("\t").startswith(CONSTRAINTS)]
    for i, line in zip(at, sorted(lines[i] for i in at)):
        lines[i] = line
    return "\n".join(lines)


def dump(raw):
    schema = raw.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
    out = {"schema": [[t, n, folded(s)] for t, n, s in schema], "rows": {}}
    for kind, name, _ in out["schema"]:
        if kind == "table":
            rows = raw.execute('SELECT * FROM "%s"' % name).fetchall()
            out["rows"][name] = [[v.hex() if isinstance(v, bytes) else v for v in row] for row in rows]
    return out


def run(path, name):
    module = load(path)
    engine = sa.create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        raw.executescript(module.SETUP)
        context = MigrationContext.configure(connection)
        try:
            with Operations.context(context):
                getattr(module, name)()
            connection.commit()
        except Exception as error:
            return {"error": f"{type(error).__name__}: {str(error).splitlines()[0]}"}
        return dump(raw)


def cases(module):
    for name, value in vars(module).items():
        if inspect.isfunction(value) and "return" not in inspect.getsource(value):
            yield name


def main():
    warnings.simplefilter("ignore")
    total = 0
    for path in sorted(HERE.glob("*.py")):
        if path.name == "record.py":
            continue
        recorded = {name: run(path, name) for name in cases(load(path))}
        total += len(recorded)
        path.with_suffix(".json").write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + "\n")
    print(f"{total} cases", file=sys.stderr)


if __name__ == "__main__":
    main()
