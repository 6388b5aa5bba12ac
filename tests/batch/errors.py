"""Batches that cannot be: the words of the error are compared."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, b TEXT, PRIMARY KEY (id));
INSERT INTO t VALUES (1, NULL, 'x'), (2, 5, 'x');
"""


def unknown_column_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("nope")


def unknown_column_altered():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("nope", nullable=False)


def unknown_constraint():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("nope", type_="unique")


def unknown_index():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.drop_index("nope")


def unknown_table():
    with op.batch_alter_table("nope") as batch_op:
        batch_op.drop_column("a")


def unnamed_constraint():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_unique_constraint(None, ["a"])


def unnamed_foreign_key_of_a_column():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("p", sa.Integer(), sa.ForeignKey("parent.id")))


def null_in_the_way():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", nullable=False)


def duplicate_in_the_way():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_unique_constraint("uq_b", ["b"])


def placed_in_place():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("z", sa.Integer()), insert_after="id")


def constraint_by_alter():
    with op.batch_alter_table("t", recreate="never") as batch_op:
        batch_op.create_unique_constraint("uq_a", ["a"])


def wrong_recreate():
    with op.batch_alter_table("t", recreate="sometimes"):
        pass


def circular_order():
    with op.batch_alter_table("t", recreate="always", partial_reordering=[("a", "b"), ("b", "a")]):
        pass
