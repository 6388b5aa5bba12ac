"""Tables that are out of the ordinary."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE "order" ("select" INTEGER NOT NULL, "Mixed" TEXT, PRIMARY KEY ("select"));
INSERT INTO "order" VALUES (1, 'x');
CREATE TABLE "with blank" (id INTEGER NOT NULL PRIMARY KEY, v TEXT);
INSERT INTO "with blank" VALUES (7, 'y');
CREATE TABLE strictly (id INTEGER NOT NULL, v TEXT, PRIMARY KEY (id)) STRICT;
INSERT INTO strictly VALUES (1, 'a');
CREATE TABLE norowid (id TEXT NOT NULL, v TEXT, PRIMARY KEY (id)) WITHOUT ROWID;
INSERT INTO norowid VALUES ('k', 'a');
CREATE TABLE both (id TEXT NOT NULL, v TEXT, PRIMARY KEY (id)) WITHOUT ROWID, STRICT;
INSERT INTO both VALUES ('k', 'a');
CREATE TABLE pair (a INTEGER NOT NULL, b INTEGER NOT NULL, v TEXT, PRIMARY KEY (b, a));
INSERT INTO pair VALUES (1, 2, 'x');
CREATE TABLE keyless (a INTEGER, b TEXT);
INSERT INTO keyless VALUES (1, 'x'), (1, 'x');
CREATE TABLE a_table_with_a_name_that_is_rather_long_but_still_legal (id INTEGER NOT NULL PRIMARY KEY, v TEXT);
INSERT INTO a_table_with_a_name_that_is_rather_long_but_still_legal VALUES (1, 'x');
CREATE TABLE typed (id INTEGER PRIMARY KEY, a TINYINT(1), b DOUBLE PRECISION, c UUID, d DATETIME(6), e VARCHAR, f INT);
INSERT INTO typed VALUES (1, 1, 2.5, 'u', 'now', 'v', 3);
"""


def keyword_names():
    with op.batch_alter_table("order") as batch_op:
        batch_op.alter_column("Mixed", nullable=False)


def blank_in_name():
    with op.batch_alter_table("with blank") as batch_op:
        batch_op.add_column(sa.Column("w", sa.Integer()))
        batch_op.alter_column("v", nullable=False)


def strict():
    with op.batch_alter_table("strictly") as batch_op:
        batch_op.alter_column("v", nullable=False)


def without_rowid():
    with op.batch_alter_table("norowid") as batch_op:
        batch_op.alter_column("v", nullable=False)


def strict_without_rowid():
    with op.batch_alter_table("both") as batch_op:
        batch_op.alter_column("v", nullable=False)


def composite_key():
    with op.batch_alter_table("pair") as batch_op:
        batch_op.alter_column("v", nullable=False)


def composite_key_loses_a_column():
    with op.batch_alter_table("pair") as batch_op:
        batch_op.drop_column("a")


def without_key():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.alter_column("b", nullable=False)


def key_for_a_table_without():
    with op.batch_alter_table("keyless", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("id", sa.Integer(), primary_key=True), insert_before="a")


def long_name():
    with op.batch_alter_table("a_table_with_a_name_that_is_rather_long_but_still_legal") as batch_op:
        batch_op.alter_column("v", nullable=False)


def odd_types():
    with op.batch_alter_table("typed") as batch_op:
        batch_op.alter_column("e", nullable=False)


def table_kwargs():
    with op.batch_alter_table("keyless", table_kwargs={"sqlite_strict": True}, recreate="always") as batch_op:
        batch_op.alter_column("a", nullable=False)


def main_schema():
    with op.batch_alter_table("pair", schema="main") as batch_op:
        batch_op.alter_column("v", nullable=False)


def autoincrement_by_kwargs():
    with op.batch_alter_table("with blank", table_kwargs={"sqlite_autoincrement": True}, recreate="always"):
        pass
