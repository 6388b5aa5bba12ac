"""Types that change, with the values cast, and the CHECKs of Boolean and Enum."""
import sqlalchemy as sa
from alembic import op

SETUP = """
CREATE TABLE t (
    id INTEGER NOT NULL,
    number VARCHAR(10),
    amount FLOAT,
    flag BOOLEAN,
    kind VARCHAR(5),
    stamp DATETIME,
    doc JSON,
    raw BLOB,
    price NUMERIC(10, 2) DEFAULT 1.5,
    PRIMARY KEY (id),
    CONSTRAINT ck_flag CHECK (flag IN (0, 1)),
    CONSTRAINT ck_kind CHECK (kind IN ('one', 'two'))
);
INSERT INTO t VALUES (1, '42', 1.25, 1, 'one', '2024-01-02 03:04:05', '{"a": 1}', x'6162', 9.99);
INSERT INTO t VALUES (2, 'no', NULL, 0, 'two', NULL, NULL, NULL, NULL);
"""


def string_to_integer():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("number", type_=sa.Integer())


def string_to_text():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("number", existing_type=sa.String(10), type_=sa.Text())


def string_to_longer_string():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("number", type_=sa.String(99), nullable=False)


def float_to_numeric():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("amount", type_=sa.Numeric(8, 3))


def float_to_integer_renamed():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("amount", type_=sa.BigInteger(), new_column_name="cents")


def json_from_text():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("number", type_=sa.JSON())


def json_to_text():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("doc", type_=sa.Text())


def datetime_to_date():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("stamp", type_=sa.Date())


def datetime_with_zone():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("stamp", existing_type=sa.DateTime(), type_=sa.DateTime(timezone=True))


def boolean_to_integer():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column(
            "flag", existing_type=sa.Boolean(create_constraint=True, name="ck_flag"), type_=sa.Integer()
        )


def boolean_to_integer_without_existing():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("flag", type_=sa.Integer())


def enum_to_enum():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=sa.Enum("one", "two", name="ck_kind", create_constraint=True),
            type_=sa.Enum("one", "two", "three", name="ck_kind", create_constraint=True),
        )


def enum_without_constraint():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=sa.Enum("one", "two", name="ck_kind", create_constraint=True),
            type_=sa.Enum("one", "two", "three", name="kinds"),
        )


def enum_column_added():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("mood", sa.Enum("good", "bad", name="ck_mood", create_constraint=True)))


def boolean_column_added_unnamed():
    with op.batch_alter_table("t") as batch_op:
        batch_op.add_column(sa.Column("open", sa.Boolean(create_constraint=True)))


def boolean_column_dropped():
    with op.batch_alter_table("t") as batch_op:
        batch_op.drop_constraint("ck_flag", type_="check")
        batch_op.drop_column("flag")


def boolean_renamed_with_existing():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column(
            "flag",
            new_column_name="switch",
            existing_type=sa.Boolean(create_constraint=True, name="ck_flag"),
        )


def to_uuid():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("number", type_=sa.Uuid())


def binary_to_string():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("raw", type_=sa.String(20))


def default_set():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("price", server_default="2.5")


def default_set_to_expression():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("stamp", server_default=sa.func.now())


def default_removed():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("price", server_default=None)


def not_null_and_back():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("kind", nullable=False)
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("kind", nullable=True)


def type_twice_in_one_batch():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("number", type_=sa.Integer())
        batch_op.alter_column("number", type_=sa.String(20))
