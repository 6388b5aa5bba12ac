"""Tables that the script describes itself."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY);
INSERT INTO parent VALUES (1);
CREATE TABLE t (
    id INTEGER NOT NULL,
    a VARCHAR(10),
    flag BOOLEAN,
    parent_id INTEGER,
    PRIMARY KEY (id)
);
INSERT INTO t VALUES (1, '5', 1, 1), (2, '6', 0, NULL);
"""


def table():
    return sa.Table(
        "t",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("a", sa.String(10), unique=True),
        sa.Column("flag", sa.Boolean(create_constraint=True, name="ck_flag")),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parent.id", name="fk_p")),
        sa.CheckConstraint("a <> ''", name="ck_a"),
    )


def column_added():
    with op.batch_alter_table("t", copy_from=table(), recreate="always") as batch_op:
        batch_op.add_column(sa.Column("z", sa.Integer()))


def column_dropped():
    with op.batch_alter_table("t", copy_from=table()) as batch_op:
        batch_op.drop_column("parent_id")


def type_changed():
    with op.batch_alter_table("t", copy_from=table()) as batch_op:
        batch_op.alter_column("a", type_=sa.Integer())


def boolean_changed():
    with op.batch_alter_table("t", copy_from=table()) as batch_op:
        batch_op.alter_column("flag", existing_type=sa.Boolean(create_constraint=True, name="ck_flag"), type_=sa.Integer())


def boolean_renamed():
    with op.batch_alter_table("t", copy_from=table()) as batch_op:
        batch_op.alter_column("flag", new_column_name="switch", existing_type=sa.Boolean(create_constraint=True, name="ck_flag"))


def constraint_dropped():
    with op.batch_alter_table("t", copy_from=table()) as batch_op:
        batch_op.drop_constraint("ck_a", type_="check")
        batch_op.drop_constraint("fk_p", type_="foreignkey")


def index_added():
    with op.batch_alter_table("t", copy_from=table(), recreate="always") as batch_op:
        batch_op.create_index("ix_a", ["a"])


def in_place():
    with op.batch_alter_table("t", copy_from=table()) as batch_op:
        batch_op.add_column(sa.Column("z", sa.Integer()))
