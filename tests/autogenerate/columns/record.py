"""Record what SQLAlchemy creates for the lines of the tables, and what Alembic says when it compares.

    scripts/with-postgres python tests/autogenerate/columns/record.py

with a Python that has `tests/oracle/requirements.txt`. For each line, a table of its own is created and compared, with types
and server defaults. The answer stands in recorded/<table>.<database>.txt: the line, then `create` with the statements, then the
lines of Alembic's log (`log`), or the class of the error with which Alembic ends (`error`).
"""

import io
import json
import logging
import os
import pathlib
import re
import sys
import warnings

HERE = pathlib.Path(__file__).resolve().parent
DATABASES = ["sqlite", "postgresql"]
EXTENSIONS = ["citext", "hstore", "ltree", '"uuid-ossp"']


def entries(table, kind):
    """The lines of a table that hold for a database."""
    files = [HERE / f"{table}.txt", HERE / f"{table}_{kind}.txt"]
    lines = [line for file in files for line in file.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def declared(scope, name, arguments, metadata):
    """The table of a line."""
    scope = {**scope, "metadata": metadata}
    source = f'Table("{name}", metadata, Column("a", Integer), Column("b", String(20)), Column("c", {arguments}))'
    return eval(source, scope)


def statements(metadata, dialect):
    """What `create_all` sends."""
    import sqlalchemy as sa

    sent = []

    def keep(statement, *_, **__):
        sql = str(statement.compile(dialect=dialect)).strip()
        # Per cent signs are doubled for psycopg2.
        sent.append(sql.replace("%%", "%") if dialect.name == "postgresql" else sql)

    engine = sa.create_mock_engine(f"{dialect.name}://", keep)
    metadata.create_all(engine, checkfirst=False)
    return sent


def compared(engine, metadata, name):
    """Alembic's log of a comparison, or the error that ended it."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    logger = logging.getLogger("alembic.autogenerate")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(
                connection,
                opts={
                    "compare_type": True,
                    "compare_server_default": True,
                    "include_name": lambda found, kind, _: kind != "table" or found == name,
                },
            )
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                compare_metadata(context, metadata)
            said = [f"UserWarning: {w.message}" for w in caught if "cannot be modified" in str(w.message)]
    except Exception as error:
        return f"  error {type(error).__name__}\n"
    finally:
        logger.removeHandler(handler)
    said += [line for line in lines.getvalue().splitlines() if f"{name}.c" in line]
    said = [re.sub(r"0x[0-9a-f]+", "0x", line).replace(name, "t") for line in said]
    return "".join(f"  log {line}\n" for line in said if "assuming SERIAL" not in line)


def record(table, kind, engine, scope):
    import sqlalchemy as sa

    parts = []
    for place, line in enumerate(entries(table, kind), start=1):
        name = f"t{place:03}"
        before, _, after = line.partition(" => ")
        created, wanted = sa.MetaData(), sa.MetaData()
        try:
            declared(scope, name, before, created)
            declared(scope, name, after or before, wanted)
            sent = statements(created, engine.dialect)
            with engine.begin() as connection:
                cursor = connection.connection.cursor()
                for statement in sent:
                    cursor.execute(statement)
        except Exception as error:
            sys.exit(f"{kind} refuses the line {line}\n{error}")
        shown = "".join(f"  create {json.dumps(statement, ensure_ascii=False)}\n" for statement in sent)
        answer = compared(engine, wanted, name)
        if not after and answer:
            print(f"{kind} {line}\n{answer}", end="", file=sys.stderr)
        if after and not answer:
            print(f"{kind} {line}\n  no difference", file=sys.stderr)
        parts.append(f"{line}\n{shown}{answer}")
    (HERE / "recorded" / f"{table}.{kind}.txt").write_text("\n".join(parts))


def refused(kind, engine, scope):
    """The lines of types that the database cannot have, with what says so."""
    import sqlalchemy as sa

    parts = []
    for line in entries("refused", kind):
        metadata = sa.MetaData()
        declared(scope, "t", line, metadata)
        try:
            with engine.begin() as connection:
                metadata.create_all(connection)
        except sa.exc.SQLAlchemyError as error:
            said = re.sub(r'^Compiler <.*?> ', '', str(getattr(error, "orig", None) or error).splitlines()[0])
            parts.append(f"{line}\n  error {re.sub(r'^[(]in table .*?[)]: ', '', said)}\n")
        else:
            sys.exit(f"{kind} takes the line {line}")
    (HERE / "recorded" / f"refused.{kind}.txt").write_text("\n".join(parts))


def classes(kind):
    """The classes of types that SQLAlchemy has for a database."""
    import sqlalchemy as sa
    from sqlalchemy.dialects import postgresql, sqlite

    dialect, short = {"sqlite": (sqlite, "sqlite"), "postgresql": (postgresql, "pg")}[kind]
    kinds = {name: getattr(sa.types, name) for name in dir(sa.types)}
    kinds.update({f"{short}.{name}": getattr(dialect, name) for name in dialect.__all__})
    return sorted(
        name for name, cls in kinds.items() if isinstance(cls, type) and issubclass(cls, sa.types.TypeEngine)
    )


def engine_of(kind, table):
    import sqlalchemy as sa

    if kind == "sqlite":
        return sa.create_engine("sqlite://")
    server = os.environ["LIMBEC_TEST_POSTGRES"].replace("postgresql:", "postgresql+psycopg2:")
    with sa.create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT").connect() as admin:
        admin.exec_driver_sql(f"create database columns_{table}")
    engine = sa.create_engine(f"{server}/columns_{table}")
    with engine.begin() as connection:
        connection.exec_driver_sql("create schema other")
        for extension in EXTENSIONS:
            connection.exec_driver_sql(f"create extension {extension}")
    return engine


def main():
    scope = {}
    exec(compile((HERE / "prelude.py").read_text(), "prelude.py", "exec"), scope)
    for table in ("same", "different"):
        for kind in DATABASES:
            record(table, kind, engine_of(kind, table), scope)
    for kind in DATABASES:
        refused(kind, engine_of(kind, "refused"), scope)
        (HERE / "recorded" / f"classes.{kind}.txt").write_text("\n".join(classes(kind)) + "\n")


if __name__ == "__main__":
    main()
