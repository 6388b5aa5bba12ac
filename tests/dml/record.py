#!/usr/bin/env python3
"""Record what Alembic prints for the statements of the folder `statements`.

    python tests/dml/record.py [CASE ...]

Run it with a Python that has alembic 1.20 and SQLAlchemy 2.0. Each case is a revision script that
executes many statements; for each dialect its `upgrade()` runs offline twice, and what comes out is
written beside it:

    case.sqlite.sql          values written into the statements (literal_binds=True)
    case.sqlite.params.sql   values left to placeholders

and the same for postgresql and mysql; for mariadb only where it differs from mysql. Addresses of Python
objects are left out of messages.

The scripts of the folder `online` run on a fresh SQLite database; what they print is `case.out`. Those of the folder
`postgresql` run on an empty schema of the server that LIMBEC_TEST_POSTGRES names (`scripts/with-postgres`), where it is set.
"""

import contextlib
import importlib.util
import io
import os
import pathlib
import re
import sys
import warnings

import sqlalchemy
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

DIALECTS = ("sqlite", "postgresql", "mysql", "mariadb")
MODES = (("sql", True), ("params.sql", False))
HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    spec = importlib.util.spec_from_file_location("case_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def render(path, dialect, literal_binds):
    buffer = io.StringIO()
    context = MigrationContext.configure(
        dialect_name=dialect,
        opts={"as_sql": True, "output_buffer": buffer, "literal_binds": literal_binds},
    )
    with Operations.context(context):
        load(path).upgrade()
    return re.sub(r" at 0x[0-9a-f]+", "", buffer.getvalue())


def run(path, url="sqlite://"):
    """What the script prints on a fresh database."""
    printed = io.StringIO()
    with sqlalchemy.create_engine(url).connect() as connection, connection.begin() as transaction:
        context = MigrationContext.configure(connection)
        with Operations.context(context), contextlib.redirect_stdout(printed):
            load(path).upgrade()
        transaction.rollback()
    return re.sub(r" at 0x[0-9a-f]+", "", printed.getvalue())


def main(arguments):
    warnings.simplefilter("ignore")
    for path in sorted((HERE / "online").glob("*.py")):
        path.with_suffix(".out").write_text(run(path), encoding="utf-8")
    server = os.environ.get("LIMBEC_TEST_POSTGRES")
    for path in sorted((HERE / "postgresql").glob("*.py")) if server else ():
        path.with_suffix(".out").write_text(run(path, server + "/postgres"), encoding="utf-8")
    paths = [pathlib.Path(argument).resolve() for argument in arguments]
    paths = paths or sorted((HERE / "statements").glob("*.py"))
    count = 0
    for path in paths:
        count += 1
        for suffix, literal_binds in MODES:
            recorded = {}
            for dialect in DIALECTS:
                text = recorded[dialect] = render(path, dialect, literal_binds)
                target = path.with_suffix(f".{dialect}.{suffix}")
                if dialect == "mariadb" and text == recorded["mysql"]:
                    target.unlink(missing_ok=True)
                    continue
                target.write_text(text, encoding="utf-8")
    print(f"{count} cases recorded")


if __name__ == "__main__":
    main(sys.argv[1:])
