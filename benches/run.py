"""Measure Limbec against Alembic and against the sqlite3 shell fed the same SQL, side by side in one run.

    run.py --limbec PATH [--oracle PYTHON] [--rounds N] [--check]

Every figure is the median of interleaved rounds. With --check the run fails where a promise of the README is
broken: `heads` over 437 scripts under 30 ms of CPU, and 1,000 revisions on SQLite at most 1.5 times the
time of the sqlite3 shell.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

import history

HEADS_CPU_LIMIT = 0.030
UPGRADE_RATIO_LIMIT = 1.5


def measured(argv, cwd, stdin=None):
    """Wall and CPU seconds and peak memory (KiB) of one command, which must succeed."""
    start = time.perf_counter()
    with open(stdin or os.devnull) as source, tempfile.TemporaryFile() as sink:
        child = subprocess.Popen(argv, cwd=cwd, stdin=source, stdout=sink, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sink.seek(0)
            sys.exit(f"{' '.join(argv)} failed:\n{sink.read().decode()[-2000:]}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def transactions(offline_sql):
    """The offline script with each revision in a transaction of its own, as the online run has it."""
    parts = re.split(r"(?m)^(?=-- Running )", offline_sql)
    return parts[0] + "".join(f"BEGIN;\n{part}COMMIT;\n" for part in parts[1:])


def fresh(folder):
    for name in ("bench.db", "bench.db-journal"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            os.remove(path)


def median(runs, index):
    return statistics.median(run[index] for run in runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limbec", required=True)
    parser.add_argument("--oracle", help="a Python with Alembic, to be measured beside")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    limbec = os.path.abspath(options.limbec)
    report = {}

    with tempfile.TemporaryDirectory(prefix="limbec-bench-") as work:
        small, large = os.path.join(work, "small"), os.path.join(work, "large")
        history.write(small, 437)
        history.write(large, 1000)

        sides = {"limbec": [limbec, "heads"]}
        if options.oracle:
            sides["alembic"] = [os.path.abspath(options.oracle), "-m", "alembic", "heads"]
        runs = {name: [] for name in sides}
        for _ in range(options.rounds):
            for name, argv in sides.items():
                runs[name].append(measured(argv, small))
        for name in sides:
            report[f"heads_437.{name}_cpu_ms"] = round(median(runs[name], 1) * 1000, 1)

        script = os.path.join(work, "same.sql")
        offline = subprocess.run([limbec, "upgrade", "head", "--sql"], cwd=large, capture_output=True, text=True)
        if offline.returncode:
            sys.exit(offline.stdout[-500:] + offline.stderr)
        with open(script, "w") as f:
            f.write(transactions(offline.stdout))
        sides = {"limbec": ([limbec, "upgrade", "head"], None), "sqlite3": (["sqlite3", "bench.db"], script)}
        if options.oracle:
            sides["alembic"] = ([os.path.abspath(options.oracle), "-m", "alembic", "upgrade", "head"], None)
        runs = {name: [] for name in sides}
        for _ in range(options.rounds):
            for name, (argv, stdin) in sides.items():
                fresh(large)
                runs[name].append(measured(argv, large, stdin))
        for name in sides:
            report[f"upgrade_1000.{name}_s"] = round(median(runs[name], 0), 3)
            report[f"upgrade_1000.{name}_cpu_s"] = round(median(runs[name], 1), 3)
            report[f"upgrade_1000.{name}_mib"] = round(median(runs[name], 2) / 1024, 1)
        pairs = zip(runs["limbec"], runs["sqlite3"])
        report["upgrade_1000.ratio_to_sqlite3"] = round(statistics.median(a[0] / b[0] for a, b in pairs), 2)
        if options.oracle:
            pairs = zip(runs["alembic"], runs["limbec"])
            report["upgrade_1000.times_faster_than_alembic"] = round(
                statistics.median(a[0] / b[0] for a, b in pairs), 1)

    print(json.dumps(report, indent=2))
    if options.check:
        broken = []
        if report["heads_437.limbec_cpu_ms"] >= HEADS_CPU_LIMIT * 1000:
            broken.append("heads over 437 scripts takes 30 ms of CPU or more")
        if report["upgrade_1000.ratio_to_sqlite3"] > UPGRADE_RATIO_LIMIT:
            broken.append("upgrade of 1,000 revisions takes more than 1.5 times the time of sqlite3")
        if broken:
            sys.exit("bench: " + "; ".join(broken))


if __name__ == "__main__":
    main()
