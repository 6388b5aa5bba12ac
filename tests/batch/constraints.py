"""Constraints that come and go."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE parent (
    id INTEGER NOT NULL,
    code VARCHAR(5),
    PRIMARY KEY (id)
);
CREATE TABLE t (
    id INTEGER NOT NULL,
    a INTEGER,
    b VARCHAR(10),
    parent_id INTEGER,
    up INTEGER,
    CONSTRAINT pk_t PRIMARY KEY (id),
    CONSTRAINT uq_a UNIQUE (a),
    CONSTRAINT uq_ab UNIQUE (a, b),
    CONSTRAINT ck_a CHECK (a > 0),
    CONSTRAINT fk_parent FOREIGN KEY(parent_id) REFERENCES parent (id) ON DELETE CASCADE,
    CONSTRAINT fk_up FOREIGN KEY(up) REFERENCES t (id)
);
INSERT INTO parent VALUES (1, 'p'), (2, 'q');
INSERT INTO t VALUES (1, 2, 'x', 1, NULL), (2, 1, 'y', 2, 1);
"""


def unique_created():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_unique_constraint("uq_b", ["b"])


def unique_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("uq_a", type_="unique")


def unique_replaced():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("uq_a", type_="unique")
        batch_op.create_unique_constraint("uq_a", ["b", "a"])


def check_created():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_check_constraint("ck_b", "length(b) < 50")


def check_created_from_expression():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_check_constraint("ck_c", sa.column("a") < 100)


def check_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("ck_a")


def foreign_key_created():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_foreign_key("fk_a", "parent", ["a"], ["id"], ondelete="SET NULL", onupdate="CASCADE")


def foreign_key_created_deferrable():
    with op.batch_alter_table("t") as batch_op:
        batch_op.create_foreign_key("fk_a", "parent", ["a"], ["id"], deferrable=True, initially="DEFERRED")


def foreign_key_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("fk_parent", type_="foreignkey")


def foreign_key_replaced():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("fk_parent", type_="foreignkey")
        batch_op.create_foreign_key("fk_parent", "parent", ["parent_id"], ["id"], ondelete="RESTRICT")


def primary_key_replaced():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("pk_t", type_="primary")
        batch_op.create_primary_key("pk_new", ["id", "a"])


def primary_key_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("pk_t", type_="primary")


def primary_key_created_over_the_old():
    with op.batch_alter_table("parent") as batch_op:
        batch_op.create_primary_key("pk_parent", ["id"])


def column_of_constraints_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("ck_a", type_="check")
        batch_op.drop_column("a")


def column_of_foreign_key_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_column("parent_id")


def column_of_constraints_renamed():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("ck_a", type_="check")
        batch_op.alter_column("a", new_column_name="aa")


def column_with_foreign_key_added():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("other", sa.Integer(), sa.ForeignKey("parent.id", name="fk_other")))


def column_with_unique_added():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("z", sa.Integer()))
        batch_op.create_unique_constraint("uq_z", ["z"])


def table_args():
    with op.batch_alter_table("t", table_args=(sa.UniqueConstraint("b", name="uq_given"),)) as batch_op:
        batch_op.alter_column("b", nullable=False)


def self_reference_survives():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("b", type_=sa.Text())


def parent_rebuilt():
    with op.batch_alter_table("parent") as batch_op:
        batch_op.alter_column("code", type_=sa.Text())
