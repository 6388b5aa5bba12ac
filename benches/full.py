"""Measure everything that the README says about speed, side by side in one run, and write it down.

    full.py --limbec PATH --oracle PYTHON [--sizes 100,1000,5000] [--sql-sizes 1000] [--tables 100,500,1000] [--rounds N] [--write]

Limbec, Alembic, the floor (the database's own shell fed the same SQL, or `cat` of the same scripts) and other tools where they
are on PATH (others.py: plain SQL, no Python) run in turn; each figure is the median of its rounds, each ratio the median of
the ratios of the rounds. The last lines say which of the goals in GOALS are kept. With --write the figures go to
benches/results.json, the charts to benches/charts/, the tables into README.md and README.ru.md (see report.py).
"""
import argparse
import datetime
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import check
import history
import others
import report
import run
import sql_history

# A measurement of 5,000 revisions is long and steady, one of 100 short and noisy.
ROUNDS = {100: 9, 500: 3, 1000: 5, 5000: 2}

LABELS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}

# What is asked, its goal, and how the figure is found: (words, at most or at least, limit, function of the figures).
GOALS = [
    *((f"`{name}` of 1,000, times faster than Alembic", "at least", 30, lambda f, n=name: f.faster(n, 1000))
      for name in ("heads", "history", "current")),
    *((f"`{name}` of 1,000, as a multiple of `cat versions/*.py`", "at most", 1.5, lambda f, n=name: f.over(n, 1000, "cat"))
      for name in ("heads", "history", "current")),
    ("`upgrade --sql` of 1,000, times faster than Alembic", "at least", 20, lambda f: f.faster("upgrade --sql", 1000)),
    ("`upgrade head` with nothing to do, SQLite, 1,000 revisions: ms of CPU", "at most", 20,
     lambda f: f.value("upgrade (nothing to do)", 1000, "cpu") * 1000),
    ("`upgrade` of 1,000 on SQLite, as a multiple of `sqlite3`", "at most", 1.3,
     lambda f: f.over("upgrade, SQLite", 1000, "sqlite3")),
    ("`upgrade` of 1,000 on PostgreSQL, as a multiple of `psql`", "at most", 1.1,
     lambda f: f.over("upgrade, PostgreSQL", 1000, "psql")),
    *((f"`upgrade` of 1,000 scripts in SQL on {name}, as a multiple of `{shell}`", "at most", limit,
       lambda f, n=name, s=shell: f.over(f"upgrade, scripts in SQL, {n}", 1000, s))
      for name, shell, limit in (("SQLite", "sqlite3", 1.15), ("PostgreSQL", "psql", 1.05))),
    *((f"`upgrade` of 1,000 scripts in SQL on {name}, times faster than the fastest of dbmate, refinery and sqlx", "at least", 1,
       lambda f, n=name: f.ahead(f"upgrade, scripts in SQL, {n}", 1000, ("dbmate", "refinery", "sqlx")))
      for name in LABELS.values()),
    ("peak memory of 1,000 scripts in SQL, MiB", "at most", 15,
     lambda f: f.most("mib", lambda name, size: "scripts in SQL" in name and size == 1000)),
    *((f"`check` of 1,000 tables, {name}, times faster than Alembic", "at least", 20,
       lambda f, n=name: f.faster(f"check, {n}", 1000)) for name in ("SQLite", "PostgreSQL")),
    ("peak memory up to 1,000 revisions, MiB", "at most", 25,
     lambda f: f.most("mib", lambda name, size: not name.startswith("check") and size <= 1000)),
    ("peak memory of `check`, MiB", "at most", 60, lambda f: f.most("mib", lambda name, size: name.startswith("check"))),
    ("time at 5,000 revisions over five times that at 1,000, the worst", "at most", 1.0, lambda f: f.growth()),
]


class Figures:
    """The medians by measurement, size and side; None where something was not measured."""

    def __init__(self, figures):
        self.figures = figures

    def value(self, name, size, what):
        return self.figures[name][str(size)]["limbec"][what]

    def faster(self, name, size):
        return self.figures[name][str(size)]["alembic"]["over_limbec"]

    def over(self, name, size, side):
        return 1 / self.figures[name][str(size)][side]["over_limbec"]

    def ahead(self, name, size, sides):
        return min(self.figures[name][str(size)][side]["over_limbec"] for side in sides)

    def most(self, what, chosen):
        return max(sides["limbec"][what] for name, sizes in self.figures.items() for size, sides in sizes.items()
                   if chosen(name, int(size)))

    def growth(self):
        return max(sizes["5000"]["limbec"]["s"] / sizes["1000"]["limbec"]["s"] / 5 for sizes in self.figures.values()
                   if "5000" in sizes and "1000" in sizes)


class Run:
    """One run: the tools, and the figures so far."""

    def __init__(self, options):
        self.limbec, self.oracle = os.path.abspath(options.limbec), os.path.abspath(options.oracle)
        self.rounds = options.rounds
        self.figures = {}

    def tools(self, folder, *arguments, env=None):
        """The same command by both."""
        return {
            "limbec": run.Command([self.limbec, *arguments], folder, env=env),
            "alembic": run.Command([self.oracle, "-m", "alembic", *arguments], folder, env=env),
        }

    def measure(self, name, size, sides, before=lambda: None):
        runs = run.rounds(sides, self.rounds or ROUNDS.get(size, 5), before)
        peaks = {}
        for side, command in sides.items():
            before()
            peaks[side] = command.peak()
        self.figures.setdefault(name, {})[str(size)] = {
            side: {
                "s": run.median(runs[side], 0),
                "cpu": run.median(runs[side], 1),
                "mib": (peaks[side] or run.median(runs[side], 2)) / 1024,
                "over_limbec": statistics.median(a[0] / b[0] for a, b in zip(runs[side], runs["limbec"])),
            }
            for side in sides
        }
        words = ", ".join(f"{side} {self.figures[name][str(size)][side]['s']:.3f} s" for side in sides)
        print(f"{name}, {size}: {words}", flush=True)

    def offline(self, folder, *arguments, env=None):
        return subprocess.run([self.limbec, *arguments, "--sql"], cwd=folder, check=True, capture_output=True, text=True,
                              env={**os.environ, **(env or {})}).stdout

    def of_scripts(self, folder, size):
        """What reads scripts, and no database."""
        cat = {"cat": run.Command(["sh", "-c", "cat migrations/versions/*.py"], folder)}
        for command in ("heads", "history"):
            self.measure(command, size, {**self.tools(folder, command), **cat})
        self.measure("upgrade --sql", size, {**self.tools(folder, "upgrade", "head", "--sql"), **cat})

    def of_database(self, database, folder, size):
        """The way up and down on a database, and what there is to ask it at the top."""
        env, label = database.env, LABELS[database.name]
        up = os.path.join(folder, "up.sql")
        offline = self.offline(folder, "upgrade", "head", env=env)
        with open(up, "w") as f:
            f.write(in_transactions(database, offline))
        sides = self.tools(folder, "upgrade", "head", env=env)
        sides[database.shell] = run.Command(database.shell_argv, folder, stdin=up, env=env)
        sides.update(others.sides(database, folder, steps(offline)))
        self.measure(f"upgrade, {label}", size, sides, database.fresh)

        database.fresh()
        subprocess.run([self.limbec, "upgrade", "head"], cwd=folder, check=True, stderr=subprocess.DEVNULL,
                       env={**os.environ, **env})
        current = self.tools(folder, "current", env=env)
        if database.name == "sqlite":
            current["cat"] = run.Command(["sh", "-c", "cat migrations/versions/*.py"], folder)
            self.measure("current", size, current)
            self.measure("upgrade (nothing to do)", size, self.tools(folder, "upgrade", "head", env=env))
        else:
            self.measure("current, PostgreSQL", size, current)

        down = os.path.join(folder, "down.sql")
        with open(down, "w") as f:
            f.write(in_transactions(database, self.offline(folder, "downgrade", "head:base", env=env)))
        database.keep()
        sides = self.tools(folder, "downgrade", "base", env=env)
        sides[database.shell] = run.Command(database.shell_argv, folder, stdin=down, env=env)
        self.measure(f"downgrade base, {label}", size, sides, database.back)
        database.fresh()

    def of_sql_scripts(self, database, folder, size):
        """The way up by scripts in SQL, which the tools can run that know nothing else."""
        up = os.path.join(folder, "up.sql")
        with open(up, "w") as f:
            f.write(self.offline(folder, "upgrade", "head", env=database.env))
        self.measure(f"upgrade, scripts in SQL, {LABELS[database.name]}", size, {
            "limbec": run.Command([self.limbec, "upgrade", "head"], folder, env=database.env),
            database.shell: run.Command(database.shell_argv, folder, stdin=up, env=database.env),
            **others.sides(database, folder, sql_history.ups(size)),
        }, database.fresh)
        database.fresh()

    def of_models(self, database, folder, tables):
        label = LABELS[database.name]
        url = database.env.get("DATABASE_URL", "sqlite:///bench.db")
        check.create(folder, self.oracle, url)
        self.measure(f"check, {label}", tables, self.tools(folder, "check", env={"DATABASE_URL": url}))


class SQLite(run.SQLite):
    def keep(self):
        shutil.copyfile(os.path.join(self.folder, "bench.db"), os.path.join(self.folder, "kept.db"))

    def back(self):
        self.fresh()
        shutil.copyfile(os.path.join(self.folder, "kept.db"), os.path.join(self.folder, "bench.db"))


class PostgreSQL(run.PostgreSQL):
    def keep(self):
        self.sql("DROP DATABASE IF EXISTS limbec_kept WITH (FORCE)", "ALTER DATABASE limbec_bench RENAME TO limbec_kept")

    def back(self):
        self.sql("DROP DATABASE IF EXISTS limbec_bench WITH (FORCE)", "CREATE DATABASE limbec_bench TEMPLATE limbec_kept")

    def sql(self, *statements):
        for sql in statements:
            subprocess.run(["psql", "-X", "-q", "-c", sql, f"{self.server}/postgres"], check=True, stderr=subprocess.DEVNULL)


def in_transactions(database, offline):
    """The SQL with a transaction for each revision, as the online run has it; the offline SQL of PostgreSQL has them."""
    return offline if database.name == "postgresql" else database.script(offline)


def steps(offline):
    """The statements of each revision, without transactions and the change of the version table."""
    return [re.sub(r"(?m)^(BEGIN|COMMIT);$|^.*\balembic_version\b.*$", "", part)
            for part in re.split(r"(?m)^(?=-- Running )", offline)[1:]]


def measure(options):
    one = Run(options)
    server = os.environ["LIMBEC_TEST_POSTGRES"]
    with tempfile.TemporaryDirectory(prefix="limbec-bench-") as work:
        for size in numbers(options.sizes):
            folder = os.path.join(work, str(size))
            history.write(folder, size)
            # Alembic is measured warm: its bytecode is there.
            subprocess.run([one.oracle, "-m", "alembic", "heads"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            one.of_scripts(folder, size)
            for database in (SQLite(folder), PostgreSQL(server)):
                one.of_database(database, folder, size)
        for size in numbers(options.sql_sizes):
            folder = os.path.join(work, f"sql-{size}")
            sql_history.write(folder, size)
            for database in (SQLite(folder), PostgreSQL(server)):
                database.fresh()
                one.of_sql_scripts(database, folder, size)
        for tables in numbers(options.tables):
            folder = os.path.join(work, f"models-{tables}")
            check.write(folder, tables)
            for database in (SQLite(folder), PostgreSQL(server)):
                database.fresh()
                one.of_models(database, folder, tables)
                database.fresh()
    return {
        "date": datetime.date.today().isoformat(),
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        "binary_mib": os.path.getsize(one.limbec) / 2**20,
        "figures": one.figures,
    }


def goals(results):
    """Each goal that was measured: its words, the figure, and whether it is kept."""
    figures, rows = Figures(results["figures"]), []
    for words, kind, limit, find in GOALS:
        try:
            figure = find(figures)
        except (KeyError, ValueError):
            continue
        rows.append((words, kind, limit, figure, figure <= limit if kind == "at most" else figure >= limit))
    return rows


def numbers(text):
    return [int(part) for part in text.split(",") if part]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limbec", required=True)
    parser.add_argument("--oracle", required=True)
    parser.add_argument("--sizes", default="100,1000,5000")
    parser.add_argument("--sql-sizes", default="100,1000,5000", help="of the histories of scripts in SQL")
    parser.add_argument("--tables", default="100,500,1000")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    results = measure(options)
    kept = goals(results)
    results["goals"] = [{"goal": f"{words}: {kind} {limit}", "figure": figure, "kept": good}
                        for words, kind, limit, figure, good in kept]
    if options.write:
        report.write(results)
    else:
        print(json.dumps(results, indent=1))
    for words, kind, limit, figure, good in kept:
        print(f"{'kept  ' if good else 'BROKEN'} {words}: {figure:.2f} ({kind} {limit})")


if __name__ == "__main__":
    sys.exit(main())
