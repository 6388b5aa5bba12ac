"""Parts of the table that the script says better than the database."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE t (
    id INTEGER NOT NULL,
    flag BOOLEAN,
    kind VARCHAR(5),
    a INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_flag CHECK (flag IN (0, 1))
);
INSERT INTO t VALUES (1, 1, 'one', 5);
"""


def column_replaced():
    with op.batch_alter_table(
        "t", reflect_args=[sa.Column("kind", sa.String(50), nullable=False)], recreate="always"
    ):
        pass


def boolean_replaced():
    with op.batch_alter_table(
        "t", reflect_args=[sa.Column("flag", sa.Boolean(create_constraint=True, name="ck_flag"))]
    ) as batch_op:
        batch_op.drop_constraint("ck_flag", type_="check")
        batch_op.alter_column("a", nullable=False)


def constraint_added():
    with op.batch_alter_table(
        "t", reflect_args=[sa.UniqueConstraint("a", name="uq_a")], recreate="always"
    ):
        pass
