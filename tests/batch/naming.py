"""Naming conventions of a batch: names for what was found without one."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE t (
    id INTEGER NOT NULL,
    a INTEGER,
    b INTEGER,
    parent_id INTEGER,
    PRIMARY KEY (id),
    UNIQUE (a, b),
    FOREIGN KEY(parent_id) REFERENCES parent (id)
);
INSERT INTO parent VALUES (1);
INSERT INTO t VALUES (1, 2, 3, 1);
"""

NAMES = {
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def all_get_names():
    with op.batch_alter_table("t", naming_convention=NAMES, recreate="always"):
        pass


def unique_dropped_by_its_name():
    with op.batch_alter_table("t", naming_convention=NAMES) as batch_op:
        batch_op.drop_constraint("uq_t_a", type_="unique")


def foreign_key_dropped_by_its_name():
    with op.batch_alter_table("t", naming_convention=NAMES) as batch_op:
        batch_op.drop_constraint("fk_t_parent_id_parent", type_="foreignkey")


def only_uniques():
    with op.batch_alter_table("t", naming_convention={"uq": "u_%(table_name)s_%(column_0_N_name)s"}) as batch_op:
        batch_op.drop_column("parent_id")


def with_a_rename():
    with op.batch_alter_table("t", naming_convention=NAMES) as batch_op:
        batch_op.alter_column("a", new_column_name="aa")


def created_beside():
    with op.batch_alter_table("t", naming_convention=NAMES) as batch_op:
        batch_op.create_unique_constraint("uq_mine", ["b"])
