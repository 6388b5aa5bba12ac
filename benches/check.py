"""Measure `check` on many tables that are already as the models declare them, beside Alembic's.

    check.py --limbec PATH --oracle PYTHON [--tables 100,500,1000] [--rounds N]

Each table has 10 columns, 2 indexes and a foreign key; the models are declarative classes in modules of 50. SQLite is measured
always, PostgreSQL on the server that LIMBEC_TEST_POSTGRES names. Alembic and Limbec run in turn; every figure is a median.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

import run

PER_MODULE = 50

ENV = """\
import os
from alembic import context
from sqlalchemy import create_engine
import models

with create_engine(os.environ["DATABASE_URL"]).connect() as connection:
    context.configure(connection=connection, target_metadata=models.Base.metadata,
                      compare_type=True, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
"""

HEAD = """\
import datetime
import decimal

from sqlalchemy import BigInteger, ForeignKey, Index, Numeric, String, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
"""

TABLE = """

class Item{number}(Base):
    __tablename__ = "item_{number}"
    __table_args__ = (Index("ix_item_{number}_state_made_at", "state", "made_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("item_{parent}.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(40), index=True)
    title: Mapped[str] = mapped_column(String(200), server_default="untitled")
    note: Mapped[str | None] = mapped_column(Text)
    amount: Mapped[decimal.Decimal] = mapped_column(Numeric(12, 2), server_default="0")
    state: Mapped[int]
    size: Mapped[int | None] = mapped_column(BigInteger)
    done: Mapped[bool]
    made_at: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
"""


def write(folder, tables):
    """A project with so many tables and no revision."""
    models = os.path.join(folder, "models")
    os.makedirs(models)
    os.makedirs(os.path.join(folder, "migrations", "versions"))
    files = {
        "alembic.ini": "[alembic]\nscript_location = migrations\nprepend_sys_path = .\n",
        "migrations/env.py": ENV,
        "models/base.py": "from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n",
    }
    imports = "from models.base import Base\n"
    for first in range(0, tables, PER_MODULE):
        text = HEAD
        for number in range(first, min(first + PER_MODULE, tables)):
            text += TABLE.format(number=number, parent=max(number - 1, 0))
        name = f"part_{first // PER_MODULE:02}"
        files[f"models/{name}.py"] = text
        imports += f"import models.{name}\n"
    files["models/__init__.py"] = imports
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as f:
            f.write(text)


def create(folder, oracle, url):
    program = "import sys, models, sqlalchemy; models.Base.metadata.create_all(sqlalchemy.create_engine(sys.argv[1]))"
    subprocess.run([oracle, "-c", program, url], cwd=folder, check=True, env={**os.environ, "PYTHONPATH": "."})


def check(name, folder, limbec, oracle, url, count):
    """Both tools on a database that is in step; the figures by name."""
    create(folder, oracle, url)
    env = {"DATABASE_URL": url}
    sides = {
        "limbec": run.Command([limbec, "check"], folder, env=env),
        "alembic": run.Command([oracle, "-m", "alembic", "check"], folder, env=env),
    }
    runs = run.rounds(sides, count)
    report = {}
    for side in sides:
        report[f"{side}_s"] = round(run.median(runs[side], 0), 3)
        report[f"{side}_cpu_s"] = round(run.median(runs[side], 1), 3)
        report[f"{side}_mib"] = round(run.median(runs[side], 2) / 1024, 1)
    report["alembic_over_limbec"] = round(statistics.median(a[0] / b[0] for a, b in zip(runs["alembic"], runs["limbec"])), 1)
    report["alembic_over_limbec_cpu"] = round(
        statistics.median(a[1] / b[1] for a, b in zip(runs["alembic"], runs["limbec"])), 1
    )
    return {f"{name}.{figure}": value for figure, value in report.items()}


def measure(limbec, oracle, tables, count):
    """One report for so many tables."""
    report = {}
    with tempfile.TemporaryDirectory(prefix="limbec-check-") as work:
        folder = os.path.join(work, "project")
        write(folder, tables)
        report.update(check(f"check_sqlite_{tables}", folder, limbec, oracle, "sqlite:///bench.db", count))
        if "LIMBEC_TEST_POSTGRES" in os.environ:
            database = run.PostgreSQL(os.environ["LIMBEC_TEST_POSTGRES"])
            database.fresh()
            url = database.env["DATABASE_URL"]
            report.update(check(f"check_postgresql_{tables}", folder, limbec, oracle, url, count))
            database.fresh()
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limbec", required=True)
    parser.add_argument("--oracle", required=True, help="a Python with Alembic, to be measured beside")
    parser.add_argument("--tables", default="100,500,1000")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    limbec, oracle = os.path.abspath(options.limbec), os.path.abspath(options.oracle)
    for tables in options.tables.split(","):
        print(json.dumps(measure(limbec, oracle, int(tables), options.rounds), indent=2), flush=True)


if __name__ == "__main__":
    sys.exit(main())
