"""Write a linear history of scripts in SQL of any length: the counterpart of history.py.

    sql_history.py FOLDER COUNT

The statements are those of history.py, in words that SQLite and PostgreSQL both take.
"""
import os
import sys

from history import write_scripts

INI = """[alembic]
script_location = %(here)s/migrations
path_separator = os
sqlalchemy.url = ${DATABASE_URL:-sqlite:///bench.db}
"""

SCRIPT = """-- {message}
--
-- revision: {revision}
-- down_revision: {parent}
-- create_date: 2026-01-01 00:00:00.000000

-- limbec:upgrade
{up}
-- limbec:downgrade
{down}"""

TABLE = """CREATE TABLE {table} (
    id INTEGER NOT NULL,
    name VARCHAR(80) NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
    made_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (id)
);
"""


def step(number):
    """The message, the way up and the way back of a revision."""
    table = f"t{number // 10:03d}"
    kind = number % 10
    if kind == 0:
        return f"create {table}", TABLE.format(table=table), f"DROP TABLE {table};\n"
    if kind in (1, 4, 7):
        return (f"add column {kind} to {table}", f"ALTER TABLE {table} ADD COLUMN c{kind} INTEGER DEFAULT 0;\n",
                f"ALTER TABLE {table} DROP COLUMN c{kind};\n")
    if kind in (2, 5):
        return (f"index {kind} of {table}", f"CREATE INDEX ix_{table}_{kind} ON {table} (name, c{kind - 1});\n",
                f"DROP INDEX ix_{table}_{kind};\n")
    if kind in (3, 8):
        return (f"rows of {table}",
                f"INSERT INTO {table} (id, name) VALUES ({number}, 'first; {number}');\n"
                f"INSERT INTO {table} (id, name) VALUES ({number + 5000}, 'second; {number}');\n",
                f"DELETE FROM {table};\n")
    return f"update {table}", f"UPDATE {table} SET active = NOT active;\n", ""


def ups(count):
    """The way up of each revision."""
    return [step(number)[1] for number in range(count)]


def write(folder, count):
    versions = os.path.join(folder, "migrations", "versions")
    os.makedirs(versions)
    with open(os.path.join(folder, "alembic.ini"), "w") as f:
        f.write(INI)
    write_scripts(versions, count, SCRIPT, "sql", step, "none")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
