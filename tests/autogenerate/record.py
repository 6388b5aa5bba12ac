"""Record what Alembic generates for the pairs of models in cases/."""

import io
import logging
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings

HERE = pathlib.Path(__file__).parent

# Alembic walks sets: with which order a script comes out depends on the seed of the hashes.
SEEDS = [str(seed) for seed in range(1, 7)]


def project(folder, case, url):
    shutil.copy(case, folder / "case.py")
    (folder / "scripts" / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(HERE / "project" / name, folder / "scripts" / name)
    (folder / "alembic.ini").write_text(
        f"[alembic]\nscript_location = scripts\nsqlalchemy.url = {url.replace('%', '%%')}\n"
    )


def run(folder, stage, name, *args):
    """A command of Alembic; its log lines, or the error."""
    import alembic.command
    import alembic.config
    import alembic.operations.ops

    # The default of the imports is one set for all scripts of a process.
    alembic.operations.ops.MigrationScript.__init__.__kwdefaults__["imports"] = set()
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
    lines = io.StringIO()
    old, sys.stderr = sys.stderr, lines
    os.chdir(folder)
    try:
        config = alembic.config.Config(
            str(folder / "alembic.ini"),
            cmd_opts=type("Options", (), {"x": [f"stage={stage}"]})(),
            stdout=io.StringIO(),
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if name == "revision":
                alembic.command.revision(config, rev_id=args[0], message=args[0], autogenerate=True)
            else:
                getattr(alembic.command, name)(config, *args)
        error = None
    except Exception as problem:
        error = f"{type(problem).__name__}: {problem}"
    finally:
        sys.stderr = old
    return lines.getvalue(), error


def body(folder, revision):
    text = (folder / "scripts" / "versions" / f"{revision}_{revision}.py").read_text()
    return text[text.index("from alembic import op") :].strip() + "\n"


def loaded(case):
    scope = {"__name__": "case"}
    exec(compile(case.read_text(), str(case), "exec"), scope)
    return scope


def database(kind, folder):
    if kind == "sqlite":
        return f"sqlite:///{folder}/app.db", lambda: None
    import uuid

    import sqlalchemy as sa

    server = os.environ["LIMBEC_TEST_POSTGRES"].replace("postgresql:", "postgresql+psycopg2:")
    name = f"autogenerate_{uuid.uuid4().hex}"
    admin = sa.create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"create database {name}"))
    admin.dispose()

    def close():
        with admin.connect() as connection:
            connection.execute(sa.text(f"drop database {name} with (force)"))
        admin.dispose()

    return f"{server}/{name}", close


def record(kind, case, whole):
    """What Alembic does with a case; without `whole`, only what it generates."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        url, close = database(kind, folder)
        try:
            project(folder, case, url)
            return "".join(stages(folder, f"{kind} {case.stem}", whole))
        finally:
            close()


def stages(folder, title, whole):
    def failed(what, error):
        sys.stderr.write(f"{title}: {what}: {error[:200]}\n")
        return f"--- {what}\n"

    _, error = run(folder, "before", "revision", "r1")
    if error:
        yield f"--- error of before\n{error}\n"
        return
    yield "--- before\n" + body(folder, "r1")
    _, error = run(folder, "before", "upgrade", "head")
    if error:
        yield failed("before cannot be applied", error)
        return
    log, error = run(folder, "after", "revision", "r2")
    if error:
        yield f"--- error of after\n{error}\n"
        return
    keep = [line for line in log.splitlines() if "[alembic.autogenerate.compare" in line]
    keep = [re.sub(r"0x[0-9a-f]+", "0x", line) for line in keep]
    yield "--- log\n" + "".join(line + "\n" for line in keep)
    yield "--- after\n" + body(folder, "r2")
    if not whole:
        return
    _, error = run(folder, "after", "upgrade", "head")
    if error:
        yield failed("cannot be applied", error)
        return
    _, error = run(folder, "after", "check")
    if error:
        yield failed("never clean", error)
    _, error = run(folder, "after", "downgrade", "-1")
    if error:
        yield failed("cannot be undone", error)


def main():
    if os.environ.get("AUTOGENERATE_RECORD"):
        target, kind, *names = sys.argv[1:]
        for name in names:
            text = record(kind, HERE / "cases" / f"{name}.py", os.environ["AUTOGENERATE_RECORD"] == "whole")
            (pathlib.Path(target) / f"{name}.txt").write_text(text)
        return
    names = sys.argv[1:] or sorted(case.stem for case in (HERE / "cases").glob("*.py"))
    kinds = ["sqlite"] + (["postgresql"] if "LIMBEC_TEST_POSTGRES" in os.environ else [])
    for kind in kinds:
        wanted = [
            name
            for name in names
            if kind in loaded(HERE / "cases" / f"{name}.py").get("databases", [kind])
        ]
        with tempfile.TemporaryDirectory() as folder:
            targets = []
            running = []
            for seed in SEEDS:
                target = pathlib.Path(folder) / seed
                target.mkdir()
                targets.append(target)
                # The first one records, the others tell whether its order is one of several.
                extent = "whole" if seed == SEEDS[0] else "generated"
                env = {**os.environ, "AUTOGENERATE_RECORD": extent, "PYTHONHASHSEED": seed}
                command = [sys.executable, str(HERE.resolve() / "record.py"), str(target), kind, *wanted]
                running.append(subprocess.Popen(command, env=env))
                # As many at a time as the machine has processors.
                if len(running) == (os.cpu_count() or 1):
                    finish(running)
            finish(running)
            for name in wanted:
                texts = [(target / f"{name}.txt").read_text() for target in targets]
                first = texts[0]
                if not all(first.startswith(text) for text in texts):
                    first = "--- unordered\n" + first
                (HERE / "recorded" / kind / f"{name}.txt").write_text(first)


def finish(running):
    """Wait for all of these processes, none of which may fail."""
    assert all(process.wait() == 0 for process in running)
    running.clear()


if __name__ == "__main__":
    HERE = HERE.resolve()
    main()
