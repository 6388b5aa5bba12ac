"""The same SQL by tools that know only SQL: a file for each revision, each in a transaction of its own.

Those that are on PATH take part (scripts/setup --bench installs them): dbmate, refinery and sqlx.
"""
import os
import shutil
import sys
import urllib.parse

import run


def sides(database, folder, steps):
    """The tools by name. `steps` are the statements of each revision, the change of the version table left out."""
    known = {"dbmate": dbmate, "refinery": refinery, "sqlx": sqlx}
    found = {name: tool(database, folder, steps) for name, tool in known.items() if shutil.which(name)}
    return {name: command for name, command in found.items() if works(name, command, database)}


def works(name, command, database):
    """Whether a tool runs all of it: one that does not is left out, and that is said."""
    database.fresh()
    try:
        command()
    except SystemExit as error:
        print(f"others: {name} is left out: {error}", file=sys.stderr)
        return False
    return True


def url_of(database):
    return database.env.get("DATABASE_URL", "sqlite:bench.db").replace("+psycopg2", "")


def dbmate(database, folder, steps):
    url = url_of(database)
    files = write(folder, "dbmate", [
        (f"{20260101000000 + number}_step.sql", f"-- migrate:up\n{text}\n-- migrate:down\n")
        for number, text in enumerate(steps)])
    return run.Command(["dbmate", "--url", url + ("?sslmode=disable" if database.name == "postgresql" else ""),
                        "--migrations-dir", files, "--no-dump-schema", "up"], folder)


def refinery(database, folder, steps):
    files = write(folder, "refinery", [(f"V{number + 1}__step.sql", text) for number, text in enumerate(steps)])
    if database.name == "sqlite":
        settings = {"db_type": "Sqlite", "db_path": os.path.join(folder, "bench.db")}
    else:
        url = urllib.parse.urlsplit(url_of(database))
        settings = {"db_type": "Postgres", "db_host": url.hostname, "db_port": url.port, "db_user": url.username,
                    "db_name": url.path.lstrip("/")}
    config = os.path.join(folder, f"refinery-{database.name}.toml")
    with open(config, "w") as f:
        f.write("[main]\n" + "".join(f'{key} = "{value}"\n' for key, value in settings.items()))
    # It opens a file, and makes none.
    argv = ["refinery", "migrate", "-c", config, "-p", files]
    return run.Command(["sh", "-c", f"touch bench.db && exec {' '.join(argv)}"] if database.name == "sqlite" else argv, folder)


def sqlx(database, folder, steps):
    files = write(folder, "sqlx", [(f"{20260101000000 + number}_step.sql", text) for number, text in enumerate(steps)])
    url = url_of(database) + ("?mode=rwc" if database.name == "sqlite" else "")
    return run.Command(["sqlx", "migrate", "run", "--source", files, "--database-url", url], folder)


def write(folder, name, files):
    where = os.path.join(folder, name)
    shutil.rmtree(where, ignore_errors=True)
    os.makedirs(where)
    for file, text in files:
        with open(os.path.join(where, file), "w") as f:
            f.write(text)
    return where
