"""Columns that come, go, move and change their names."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE t (
    id INTEGER NOT NULL,
    a VARCHAR(10),
    b INTEGER DEFAULT 5 NOT NULL,
    "c d" TEXT,
    PRIMARY KEY (id)
);
INSERT INTO t VALUES (1, 'one', 10, 'x'), (2, NULL, 20, NULL);
"""


def add_one():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("e", sa.String(5)))


def add_one_anew():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.String(5)))


def add_not_null_with_default_anew():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer(), server_default="7", nullable=False))


def add_with_expression_default():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("e", sa.DateTime(), server_default=sa.text("date('2024-01-02')")))


def add_with_text_default_in_place():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer(), server_default="7"))


def add_before():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_before="b")


def add_after():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_after="id")


def add_before_the_first():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_before="id")


def add_after_the_last():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_after="c d")


def add_two_beside_each_other():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_after="id")
        batch_op.add_column(sa.Column("f", sa.Integer()), insert_after="e")


def add_two_and_one_at_the_end():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_before="b", insert_after="a")
        batch_op.add_column(sa.Column("f", sa.Integer()))


def drop_one():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("a")


def drop_and_add_the_same():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("a")
        batch_op.add_column(sa.Column("a", sa.Integer()))


def drop_key():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("id")


def rename():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", new_column_name="aa")


def rename_to_a_keyword():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("c d", new_column_name="order")


def rename_key():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("id", new_column_name="t_id")


def rename_and_place_another():
    with op.batch_alter_table("t", recreate="always") as batch_op:
        batch_op.alter_column("a", new_column_name="aa")
        batch_op.add_column(sa.Column("e", sa.Integer()), insert_after="a")


def reorder_all():
    with op.batch_alter_table("t", recreate="always", partial_reordering=[("c d", "b", "a", "id")]):
        pass


def reorder_some():
    with op.batch_alter_table("t", recreate="always", partial_reordering=[("b", "a"), ("c d", "id")]):
        pass


def reorder_with_new():
    with op.batch_alter_table("t", recreate="always", partial_reordering=[("id", "e", "b")]) as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()))


def many_at_once():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("e", sa.Integer()))
        batch_op.drop_column("c d")
        batch_op.alter_column("b", new_column_name="bb", nullable=True, server_default=None)
        batch_op.create_index("ix_t_bb", ["b"])
        batch_op.create_unique_constraint("uq_t_a", ["a"])


def nothing():
    with op.batch_alter_table("t"):
        pass


def nothing_anew():
    with op.batch_alter_table("t", recreate="always"):
        pass


def twice():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("a")
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("b", nullable=True)
