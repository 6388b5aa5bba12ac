#!/usr/bin/env python3
"""Record what SQLAlchemy's inspector answers for the databases of this folder.

    scripts/with-postgres python tests/inspect/record.py [--check] [CASE ...]

Run it with a Python that has alembic 1.20, SQLAlchemy 2.0 and psycopg2. Each `postgresql/*.sql` is applied by psql to
a fresh database, each `sqlite/*.sql` to a database in memory; the answers to `questions.py` are `case.json` beside
it. With `--check` nothing is written, and a difference to what is recorded is an error.
"""

import contextlib
import importlib.util
import io
import os
import pathlib
import subprocess
import sys
import uuid

import sqlalchemy
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

HERE = pathlib.Path(__file__).resolve().parent


def load():
    spec = importlib.util.spec_from_file_location("questions", HERE / "questions.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ask(connection):
    printed = io.StringIO()
    context = MigrationContext.configure(connection)
    with Operations.context(context), contextlib.redirect_stdout(printed):
        load().upgrade()
    return printed.getvalue()


def psql(url, *arguments):
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *arguments, url], check=True)


def postgresql(path):
    server = os.environ["LIMBEC_TEST_POSTGRES"]
    name = f"inspect_{uuid.uuid4().hex}"
    psql(server + "/postgres", "-c", f"CREATE DATABASE {name}")
    try:
        url = f"{server}/{name}"
        psql(url, "-f", str(path))
        engine = sqlalchemy.create_engine(url.replace("postgresql:", "postgresql+psycopg2:"), poolclass=sqlalchemy.NullPool)
        with engine.connect() as connection:
            prepare(connection, path)
            return ask(connection)
    finally:
        psql(server + "/postgres", "-c", f"DROP DATABASE {name} WITH (FORCE)")


def prepare(connection, path):
    """What only lives as long as the connection stands in lines `-- on the connection: ...`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-- on the connection: "):
            connection.exec_driver_sql(line.removeprefix("-- on the connection: "))
            connection.commit()


def sqlite(path):
    with sqlalchemy.create_engine("sqlite://").connect() as connection:
        connection.connection.executescript(path.read_text(encoding="utf-8"))
        prepare(connection, path)
        return ask(connection)


def main(arguments):
    check = "--check" in arguments
    paths = [pathlib.Path(argument).resolve() for argument in arguments if argument != "--check"]
    paths = paths or sorted(HERE.glob("*/*.sql"))
    wrong = 0
    for path in paths:
        text = {"postgresql": postgresql, "sqlite": sqlite}[path.parent.name](path)
        target = path.with_suffix(".json")
        if not check:
            target.write_text(text, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != text:
            wrong += 1
            print(f"{path}: SQLAlchemy answers otherwise than recorded")
    print(f"{len(paths)} databases")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
