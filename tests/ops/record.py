#!/usr/bin/env python3
"""Record what Alembic says to the cases of this folder.

    python tests/ops/record.py [FOLDER_OR_CASE ...]

Run it with a Python that has alembic 1.20 and SQLAlchemy 2.0. Each case is a revision script; for each
dialect its `upgrade()` runs offline, and what comes out is written beside it:

    case.sqlite.sql       the SQL, or
    case.sqlite.err       the exception's class and message

and the same for postgresql and mysql; for mariadb only where it differs from mysql. What
differs from run to run in a message (addresses of Python objects) is left out.
A case is added by writing the script and running this program; nothing else knows the cases by name.
"""
import importlib.util
import io
import pathlib
import re
import sys
import warnings

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

DIALECTS = ("sqlite", "postgresql", "mysql", "mariadb")
HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    spec = importlib.util.spec_from_file_location("case_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def render(path, dialect):
    """The suffix and the text to record."""
    buffer = io.StringIO()
    context = MigrationContext.configure(
        dialect_name=dialect,
        opts={"as_sql": True, "output_buffer": buffer, "literal_binds": True},
    )
    try:
        with Operations.context(context):
            # A case is loaded anew for each dialect, because types remember what they were used for.
            load(path).upgrade()
    except Exception as error:
        name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
        # Addresses differ from run to run, and the inside of a constraint is of no use to a reader.
        message = re.sub(r" at 0x[0-9a-f]+", "", str(error))
        message = re.sub(r"(constraint \w+)\(.*\); it has", r"\1(); it has", message)
        return "err", f"{name}: {message}\n"
    return "sql", buffer.getvalue()


def main(arguments):
    warnings.simplefilter("ignore")
    roots = [pathlib.Path(argument).resolve() for argument in arguments] or [HERE]
    cases = []
    for root in roots:
        cases += [root] if root.suffix == ".py" else sorted(root.rglob("*.py"))
    count = 0
    for path in cases:
        if path == HERE / "record.py":
            continue
        count += 1
        recorded = {}
        for dialect in DIALECTS:
            suffix, text = recorded[dialect] = render(path, dialect)
            for old in ("sql", "err"):
                path.with_suffix(f".{dialect}.{old}").unlink(missing_ok=True)
            if dialect == "mariadb" and recorded["mariadb"] == recorded["mysql"]:
                continue
            path.with_suffix(f".{dialect}.{suffix}").write_text(text, encoding="utf-8")
    print(f"{count} cases recorded")


if __name__ == "__main__":
    main(sys.argv[1:])
