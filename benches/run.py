"""Measure Limbec against Alembic and against the database's own shell fed the same SQL, side by side in one run.

    run.py --limbec PATH [--oracle PYTHON] [--rounds N] [--check]

Every figure is the median of interleaved rounds. PostgreSQL is measured on the server that LIMBEC_TEST_POSTGRES names
(see scripts/with-postgres). With --check the run fails where a promise of the README is broken; LIMITS has them.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import history
import sql_history

# What must hold on a busy machine, too, with the words for when it does not; the goals are in full.py.
LIMITS = [
    ("heads_437.limbec_cpu_ms", 30, "CPU milliseconds of `heads` over 437 scripts"),
    ("sqlite_1000.ratio_to_shell", 1.8, "time of 1,000 revisions on SQLite, as a multiple of the sqlite3 shell's"),
    ("postgresql_1000.ratio_to_shell", 1.6, "time of 1,000 revisions on PostgreSQL, as a multiple of psql's"),
    ("postgresql_1000.limbec_mib", 25, "MiB of peak memory for 1,000 revisions on PostgreSQL"),
    ("sql_sqlite_1000.ratio_to_shell", 1.5, "time of 1,000 scripts in SQL on SQLite, as a multiple of the sqlite3 shell's"),
    ("sql_postgresql_1000.ratio_to_shell", 1.4, "time of 1,000 scripts in SQL on PostgreSQL, as a multiple of psql's"),
    ("sql_sqlite_1000.limbec_mib", 16, "MiB of peak memory for 1,000 scripts in SQL on SQLite"),
    ("postgresql_1000.ratio_to_alembic", 1, "time of 1,000 revisions on PostgreSQL, as a multiple of Alembic's"),
]

# How often the measurements are made before a broken promise is believed.
ATTEMPTS = 3


class Command:
    """A command that is measured, and must succeed."""

    def __init__(self, argv, cwd, stdin=None, env=None):
        self.argv, self.cwd, self.stdin, self.env = argv, cwd, stdin, env

    def __call__(self):
        """Wall and CPU seconds and peak memory (KiB). Memory below that of this Python, 15 MiB or so, cannot be told
        apart: the kernel counts it to the process that becomes the command. See `peak`."""
        return self.run(self.argv)

    def peak(self):
        """Peak memory (KiB) by `time`, which is small itself; None without it."""
        if not shutil.which("time"):
            return None
        with tempfile.NamedTemporaryFile("r") as told:
            self.run(["time", "-f", "%M", "-o", told.name, *self.argv])
            return int(told.read())

    def run(self, argv):
        start = time.perf_counter()
        with open(self.stdin or os.devnull) as source, tempfile.TemporaryFile() as sink:
            child = subprocess.Popen(argv, cwd=self.cwd, stdin=source, stdout=sink, stderr=subprocess.STDOUT,
                                     env={**os.environ, **(self.env or {})})
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                sink.seek(0)
                sys.exit(f"{' '.join(argv)} failed:\n{sink.read().decode()[-2000:]}")
        return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def rounds(sides, count, before=lambda: None):
    """The measurements of each side, taken in turn."""
    runs = {name: [] for name in sides}
    for _ in range(count):
        for name, run in sides.items():
            before()
            runs[name].append(run())
    return runs


def median(runs, index):
    return statistics.median(run[index] for run in runs)


def ratio(runs, over):
    return round(statistics.median(a[0] / b[0] for a, b in zip(runs, over)), 2)


class SQLite:
    name = "sqlite"
    shell = "sqlite3"

    def __init__(self, folder):
        self.folder = folder
        self.env = {}
        self.shell_argv = ["sqlite3", "-bail", "bench.db"]

    def fresh(self):
        for name in ("bench.db", "bench.db-journal"):
            path = os.path.join(self.folder, name)
            if os.path.exists(path):
                os.remove(path)

    def script(self, offline_sql):
        """Each revision in a transaction of its own, as the online run has it."""
        parts = re.split(r"(?m)^(?=-- Running )", offline_sql)
        return parts[0] + "".join(f"BEGIN;\n{part}COMMIT;\n" for part in parts[1:])


class PostgreSQL:
    name = "postgresql"
    shell = "psql"

    def __init__(self, server):
        self.server = server
        url = f"{server}/limbec_bench"
        self.env = {"DATABASE_URL": url.replace("postgresql:", "postgresql+psycopg2:")}
        self.shell_argv = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, url]

    def fresh(self):
        for sql in ("DROP DATABASE IF EXISTS limbec_bench WITH (FORCE)", "CREATE DATABASE limbec_bench"):
            subprocess.run(["psql", "-X", "-q", "-c", sql, f"{self.server}/postgres"], check=True,
                           stderr=subprocess.DEVNULL)

    def script(self, offline_sql):
        """The script itself: PostgreSQL's DDL is transactional, so each revision stands in a transaction there."""
        assert offline_sql.count("BEGIN;") >= 1000, "one transaction for each revision"
        return offline_sql


def upgrade(database, folder, limbec, oracle, count, prefix=""):
    """1,000 revisions, one transaction each; scripts in SQL without an oracle."""
    offline = subprocess.run([limbec, "upgrade", "head", "--sql"], cwd=folder, capture_output=True, text=True,
                             env={**os.environ, **database.env})
    if offline.returncode:
        sys.exit(offline.stdout[-500:] + offline.stderr)
    script = os.path.join(folder, f"{database.name}.sql")
    with open(script, "w") as f:
        # Offline SQL of scripts in SQL has the transactions on every database.
        f.write(offline.stdout if "BEGIN;" in offline.stdout else database.script(offline.stdout))
    sides = {
        "limbec": Command([limbec, "upgrade", "head"], folder, env=database.env),
        database.shell: Command(database.shell_argv, folder, stdin=script, env=database.env),
    }
    if oracle:
        sides["alembic"] = Command([oracle, "-m", "alembic", "upgrade", "head"], folder, env=database.env)
    runs = rounds(sides, count, database.fresh)
    report = {}
    for name in sides:
        report[f"{name}_s"] = round(median(runs[name], 0), 3)
        report[f"{name}_cpu_s"] = round(median(runs[name], 1), 3)
        database.fresh()
        report[f"{name}_mib"] = round((sides[name].peak() or median(runs[name], 2)) / 1024, 1)
    report["ratio_to_shell"] = ratio(runs["limbec"], runs[database.shell])
    if oracle:
        report["ratio_to_alembic"] = ratio(runs["limbec"], runs["alembic"])
    return {f"{prefix}{database.name}_1000.{name}": figure for name, figure in report.items()}


def heads(folder, limbec, oracle, count):
    sides = {"limbec": Command([limbec, "heads"], folder)}
    if oracle:
        sides["alembic"] = Command([oracle, "-m", "alembic", "heads"], folder)
    runs = rounds(sides, count)
    return {f"heads_437.{name}_cpu_ms": round(median(runs[name], 1) * 1000, 1) for name in sides}


def current(database, folder, limbec, oracle, count):
    """What a command costs that connects, looks and ends."""
    sides = {"limbec": Command([limbec, "current"], folder, env=database.env)}
    if oracle:
        sides["alembic"] = Command([oracle, "-m", "alembic", "current"], folder, env=database.env)
    runs = rounds(sides, count)
    return {f"{database.name}_current.{name}_ms": round(median(runs[name], 0) * 1000, 1) for name in sides}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limbec", required=True)
    parser.add_argument("--oracle", help="a Python with Alembic, to be measured beside")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    options.limbec = os.path.abspath(options.limbec)
    options.oracle = options.oracle and os.path.abspath(options.oracle)

    # What else the machine does counts against the figures: a promise is broken where it is broken every time.
    for _ in range(ATTEMPTS if options.check else 1):
        report = measure(options)
        print(json.dumps(report, indent=2))
        broken = [f"{words}: {report[name]}, may be at most {limit}" if name in report else f"{words}: not measured"
                  for name, limit, words in LIMITS if report.get(name, limit + 1) > limit]
        if not broken:
            break
    if options.check and broken:
        sys.exit("bench: " + "; ".join(broken))


def measure(options):
    """One report: every figure by its name."""
    limbec, oracle, report = options.limbec, options.oracle, {}
    with tempfile.TemporaryDirectory(prefix="limbec-bench-") as work:
        small, large, in_sql = (os.path.join(work, name) for name in ("small", "large", "in_sql"))
        history.write(small, 437)
        history.write(large, 1000)
        sql_history.write(in_sql, 1000)
        report.update(heads(small, limbec, oracle, options.rounds))
        report.update(upgrade(SQLite(large), large, limbec, oracle, options.rounds))
        report.update(upgrade(SQLite(in_sql), in_sql, limbec, None, options.rounds, "sql_"))
        if "LIMBEC_TEST_POSTGRES" in os.environ:
            database = PostgreSQL(os.environ["LIMBEC_TEST_POSTGRES"])
            report.update(upgrade(database, large, limbec, oracle, options.rounds))
            report.update(upgrade(database, in_sql, limbec, None, options.rounds, "sql_"))
            report.update(current(database, large, limbec, oracle, options.rounds))
            database.fresh()
    return report


if __name__ == "__main__":
    main()
