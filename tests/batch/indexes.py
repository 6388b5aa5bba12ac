"""Indexes around a rebuild."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, b VARCHAR(10), c TEXT, PRIMARY KEY (id));
CREATE INDEX ix_a ON t (a);
CREATE UNIQUE INDEX ux_b ON t (b);
CREATE INDEX ix_ab ON t (a, b);
CREATE INDEX ix_part ON t (c) WHERE a > 5;
INSERT INTO t VALUES (1, 5, 'x', 'c1'), (2, 6, 'y', 'c2');
"""


def kept():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("c", nullable=False)


def created_in_place():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_index("ix_c", ["c"])


def dropped_in_place():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_index("ix_a")


def created_with_rebuild():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_index("ix_c", ["c", "a"], unique=True)
        batch_op.alter_column("c", nullable=False)


def dropped_with_rebuild():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_index("ix_ab")
        batch_op.alter_column("c", nullable=False)


def replaced_with_rebuild():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_index("ix_a")
        batch_op.create_index("ix_a", ["c"])
        batch_op.alter_column("c", nullable=False)


def column_renamed():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("b", new_column_name="bb")


def column_dropped_with_its_indexes():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_index("ux_b")
        batch_op.drop_index("ix_ab")
        batch_op.drop_column("b")


def column_dropped_and_index_left():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("b")


def named_by_op_f():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_index(batch_op.f("ix_t_c"), ["c"], unique=False)
        batch_op.alter_column("c", nullable=False)


def column_with_index_added():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("d", sa.Integer(), index=True))


def partial_created_with_rebuild():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_index("ix_p2", ["a"], sqlite_where=sa.text("c IS NOT NULL"))
        batch_op.alter_column("c", nullable=False)
