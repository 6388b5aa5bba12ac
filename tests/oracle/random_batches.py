#!/usr/bin/env python3
"""Make batches at random and record what Alembic makes of them.

    python tests/oracle/random_batches.py SEED COUNT

Prints a JSON list of {"seed", "source", "record"}: `source` is a case file as in tests/batch with one
function `case`, `record` is what `tests/batch/record.py` would record for it. Left out is what Limbec does
better on purpose (docs/en/sqlite.md): foreign keys over rows that break them, a renamed column in the
predicate of an index, and a foreign key made in a batch with `schema=`, at which Alembic trips.
"""
import importlib.util
import json
import pathlib
import random
import sys
import tempfile
import warnings

RECORD = pathlib.Path(__file__).resolve().parent.parent / "batch" / "record.py"
COLUMNS = ["a", "b", "c", "d e", "order", "Name", "x1"]
SQL_TYPES = ["INTEGER", "VARCHAR(10)", "TEXT", "FLOAT", "BOOLEAN", "DATETIME", "NUMERIC(8, 2)", "BIGINT", "BLOB", "DATE", "JSON"]
SQL_DEFAULTS = ["5", "'x'", "(1 + 2)", "CURRENT_TIMESTAMP", "-1", "NULL", "''"]
TYPES = [
    "sa.Integer()", "sa.String(20)", "sa.Text()", "sa.Float()", "sa.Boolean()", "sa.DateTime()", "sa.Numeric(10, 3)",
    "sa.BigInteger()", "sa.LargeBinary()", "sa.Date()", "sa.JSON()", "sa.Unicode(5)", "sa.Interval()", "sa.Uuid()",
    "sa.Boolean(create_constraint=True, name='ck_bool')", "sa.Enum('a', 'b', name='ck_enum', create_constraint=True)",
]
CONVENTION = {
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def quoted(name):
    return f'"{name}"' if " " in name or name == "order" else name


def listed(names):
    return ", ".join(map(quoted, names))


class Table:
    """A table at random: its text, and what a batch can refer to."""

    def __init__(self, rng):
        self.columns = rng.sample(COLUMNS, rng.randint(2, 6))
        self.key = rng.choice(["inline", "table", "named", "none", "two"])
        self.constraints, self.indexes, self.partial = [], [], False
        lines = [] if self.key == "none" else ["id INTEGER NOT NULL" + (" PRIMARY KEY" if self.key == "inline" else "")]
        for column in self.columns:
            line = f"{quoted(column)} {rng.choice(SQL_TYPES)}"
            if rng.random() < 0.3:
                line += f" DEFAULT {rng.choice(SQL_DEFAULTS)}"
            lines.append(line + (" NOT NULL" if rng.random() < 0.2 else ""))
        lines += {
            "table": ["PRIMARY KEY (id)"],
            "named": ["CONSTRAINT pk_t PRIMARY KEY (id)"],
            "two": [f"PRIMARY KEY (id, {quoted(self.columns[0])})"],
        }.get(self.key, [])
        lines += self.table_constraints(rng)
        tail = " WITHOUT ROWID" if self.key != "none" and rng.random() < 0.25 else ""
        self.sql = "CREATE TABLE p (id INTEGER NOT NULL, PRIMARY KEY (id));\n"
        self.sql += "CREATE TABLE t (\n\t" + ", \n\t".join(lines) + f"\n){tail};\n"
        for at in range(rng.randint(0, 3)):
            over = rng.sample(self.columns, rng.randint(1, 2))
            where = f" WHERE {quoted(rng.choice(self.columns))} IS NOT NULL" if rng.random() < 0.3 else ""
            self.partial |= bool(where)
            self.sql += f"CREATE {rng.choice(['', 'UNIQUE '])}INDEX ix_{at} ON t ({listed(over)}){where};\n"
            self.indexes.append((f"ix_{at}", over))
        width = len(self.columns) + (self.key != "none")
        for row in range(1, rng.randint(1, 4)):
            self.sql += f"INSERT INTO p VALUES ({row});\nINSERT INTO t VALUES ({', '.join([str(row)] * width)});\n"

    def table_constraints(self, rng):
        found = []
        if rng.random() < 0.5:
            found.append(f"CONSTRAINT uq_1 UNIQUE ({listed(rng.sample(self.columns, rng.randint(1, 2)))})")
            self.constraints.append("uq_1")
        if rng.random() < 0.3:
            found.append(f"UNIQUE ({quoted(rng.choice(self.columns))})")
        if rng.random() < 0.4:
            action = rng.choice(["", " ON DELETE CASCADE", " ON DELETE SET NULL ON UPDATE CASCADE", " DEFERRABLE INITIALLY DEFERRED"])
            found.append(f"CONSTRAINT fk_1 FOREIGN KEY({quoted(rng.choice(self.columns))}) REFERENCES p (id){action}")
            self.constraints.append("fk_1")
        if rng.random() < 0.3:
            found.append(f"FOREIGN KEY({quoted(rng.choice(self.columns))}) REFERENCES p (id)")
        if rng.random() < 0.3:
            found.append("CONSTRAINT ck_1 CHECK (1 = 1)")
            self.constraints.append("ck_1")
        return found


class Batch:
    """A batch at random over a table."""

    def __init__(self, rng, table):
        self.rng, self.table, self.known = rng, table, list(table.columns)
        self.options, self.lines = {}, []
        if rng.random() < 0.4:
            self.options["recreate"] = "always"
        if rng.random() < 0.25:
            self.options["naming_convention"] = CONVENTION
        if rng.random() < 0.1 and "recreate" in self.options:
            self.options["partial_reordering"] = [tuple(rng.sample(table.columns, 2))]
        if rng.random() < 0.1:
            self.options["schema"] = "main"
        makers = [self.add, self.add, self.drop, self.alter, self.alter, self.alter, self.rename, self.unique, self.check,
                  self.foreign_key, self.drop_constraint, self.index, self.drop_index]
        for at in range(rng.randint(1, 5)):
            self.lines += rng.choice(makers)(at)

    def source(self):
        options = "".join(f", {name}={value!r}" for name, value in self.options.items())
        body = "".join(f"        batch_op.{line}\n" for line in self.lines) or "        pass\n"
        return (
            f"import sqlalchemy as sa\nfrom alembic import op\n\nSETUP = \"\"\"{self.table.sql}\"\"\"\n\n\n"
            f"def case():\n    with op.batch_alter_table(\"t\"{options}) as batch_op:\n{body}"
        )

    def add(self, at):
        text = f"sa.Column('new{at}', {self.rng.choice(TYPES)}"
        if self.rng.random() < 0.15:
            text += f", sa.ForeignKey('p.id', name='fk_new{at}')"
        elif self.rng.random() < 0.3:
            text += ", server_default=" + self.rng.choice(["'7'", "sa.text('8')", "sa.text('(1 + 1)')"])
        text += (", index=True" if self.rng.random() < 0.1 else "") + ")"
        if "recreate" in self.options and "partial_reordering" not in self.options and self.rng.random() < 0.4:
            text += f", {self.rng.choice(['insert_after', 'insert_before'])}={self.rng.choice(self.known)!r}"
        return [f"add_column({text})"]

    def drop(self, at):
        if len(self.known) < 2:
            return []
        column = self.rng.choice(self.known)
        self.known.remove(column)
        over = [index for index in self.table.indexes if column in index[1]]
        for index in over:
            self.table.indexes.remove(index)
        return [f"drop_index('{name}')" for name, _ in over] + [f"drop_column({column!r})"]

    def alter(self, at):
        parts = [repr(self.rng.choice(self.known))]
        if self.rng.random() < 0.6:
            parts.append(f"type_={self.rng.choice(TYPES)}")
        if self.rng.random() < 0.3:
            parts.append(f"nullable={self.rng.choice([True, False])}")
        if self.rng.random() < 0.3:
            parts.append("server_default=" + self.rng.choice(["None", "'9'", "sa.text('10')"]))
        if self.rng.random() < 0.15 and not self.table.partial:
            parts.append(f"new_column_name='renamed{at}'")
        return [f"alter_column({', '.join(parts)})"]

    def rename(self, at):
        if self.table.partial:
            return []
        return [f"alter_column({self.rng.choice(self.known)!r}, new_column_name='renamed{at}')"]

    def unique(self, at):
        return [f"create_unique_constraint('uq_new{at}', {[self.rng.choice(self.known)]!r})"]

    def check(self, at):
        return [f"create_check_constraint('ck_new{at}', '2 > 1')"]

    def foreign_key(self, at):
        if "schema" in self.options:
            return []
        ondelete = self.rng.choice([None, "CASCADE"])
        return [f"create_foreign_key('fk_made{at}', 'p', {[self.rng.choice(self.known)]!r}, ['id'], ondelete={ondelete!r})"]

    def drop_constraint(self, at):
        return [f"drop_constraint('{self.table.constraints.pop()}')"] if self.table.constraints else []

    def index(self, at):
        return [f"create_index('ix_new{at}', {[self.rng.choice(self.known)]!r}, unique={self.rng.choice([True, False])})"]

    def drop_index(self, at):
        return [f"drop_index('{self.table.indexes.pop()[0]}')"] if self.table.indexes else []


def main(seed, count):
    warnings.simplefilter("ignore")
    spec = importlib.util.spec_from_file_location("record", RECORD)
    record = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(record)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "case.py"
        for number in range(seed, seed + count):
            rng = random.Random(number)
            source = Batch(rng, Table(rng)).source()
            path.write_text(source)
            found.append({"seed": number, "source": source, "record": record.run(path, "case")})
    print(json.dumps(found))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main(int(sys.argv[1]), int(sys.argv[2]))
