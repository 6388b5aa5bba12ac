"""Write a linear Alembic history of any length: the material of the benchmarks.

    history.py FOLDER COUNT

Every tenth revision makes a table; the others add a column, make an index, insert rows or run a statement
on one of the tables made before. Each has its way back. The database is bench.db, or that of DATABASE_URL.
"""
import os
import sys

INI = """[alembic]
script_location = %(here)s/migrations
path_separator = os
sqlalchemy.url = sqlite:///bench.db
"""

ENV = '''import os

from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
if "DATABASE_URL" in os.environ:
    config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"])


def offline():
    context.configure(url=config.get_main_option("sqlalchemy.url"), literal_binds=True,
                      transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


def online():
    engine = engine_from_config(config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.",
                                poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()


offline() if context.is_offline_mode() else online()
'''

SCRIPT = '''"""{message}

Revision ID: {revision}
Revises: {parent}
Create Date: 2026-01-01 00:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "{revision}"
down_revision: Union[str, None] = {parent!r}
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    {up}


def downgrade() -> None:
    {down}
'''


def revision_id(number):
    return f"{number:04x}{(number * 2654435761) % 2**32:08x}"


def step(number):
    table = f"t{number // 10:03d}"
    kind = number % 10
    if kind == 0:
        return f"create {table}", "\n    ".join([
            "op.create_table(", f"    {table!r},",
            '    sa.Column("id", sa.Integer(), primary_key=True),',
            '    sa.Column("name", sa.String(length=80), nullable=False),',
            '    sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),',
            '    sa.Column("made_at", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")),',
            ")"]), f"op.drop_table({table!r})"
    if kind in (1, 4, 7):
        return (f"add column {kind} to {table}",
                f'op.add_column({table!r}, sa.Column("c{kind}", sa.Integer(), server_default="0"))',
                f'op.drop_column({table!r}, "c{kind}")')
    if kind in (2, 5):
        return (f"index {kind} of {table}",
                f'op.create_index(op.f("ix_{table}_{kind}"), {table!r}, ["name", "c{kind - 1}"], unique=False)',
                f'op.drop_index(op.f("ix_{table}_{kind}"), table_name={table!r})')
    if kind in (3, 8):
        return (f"rows of {table}", "\n    ".join([
            f'op.bulk_insert(sa.table({table!r}, sa.column("name", sa.String)), [',
            f'    {{"name": "first {number}"}}, {{"name": "second {number}"}},', "])"]),
            f'op.execute("DELETE FROM {table}")')
    return f"update {table}", f'op.execute("UPDATE {table} SET active = NOT active")', "pass"


def write(folder, count):
    versions = os.path.join(folder, "migrations", "versions")
    os.makedirs(versions)
    with open(os.path.join(folder, "alembic.ini"), "w") as f:
        f.write(INI)
    with open(os.path.join(folder, "migrations", "env.py"), "w") as f:
        f.write(ENV)
    write_scripts(versions, count, SCRIPT, "py", step, None)


def write_scripts(versions, count, script, suffix, step, base):
    """A line of revisions, each of a step's message, way up and way down; `base` is what the first one comes after."""
    parent = base
    for number in range(count):
        revision = revision_id(number)
        message, up, down = step(number)
        with open(os.path.join(versions, f"{revision}_{message.replace(' ', '_')}.{suffix}"), "w") as f:
            f.write(script.format(message=message, revision=revision, parent=parent, up=up, down=down))
        parent = revision


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
