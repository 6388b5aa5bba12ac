"""Enums that are strings with a CHECK."""

import sqlalchemy as sa
from alembic import op

revision = "017"
down_revision = "016"


def upgrade():
    op.create_table(
        "enum_not_native",
        sa.Column("a", sa.Enum("one", "three", native_enum=False)),
        sa.Column("b", sa.Enum("one", "three", native_enum=False, create_constraint=True, name="enum_not_native_b")),
        sa.Column("c", sa.Enum("one", "three", native_enum=False, length=40)),
        sa.Column("d", sa.Boolean(create_constraint=True, name="enum_not_native_d")),
    )
    op.add_column("enum_not_native", sa.Column("e", sa.Enum("x", "y", native_enum=False, create_constraint=True, name="enum_not_native_e")))
    op.alter_column("enum_not_native", "c", type_=sa.Enum("one", "three", "four", native_enum=False, create_constraint=True, name="enum_not_native_c"), existing_type=sa.String(40))


def downgrade():
    op.alter_column("enum_not_native", "c", type_=sa.String(40), existing_type=sa.Enum("one", "three", "four", native_enum=False, create_constraint=True, name="enum_not_native_c"))
    op.drop_constraint("enum_not_native_e", "enum_not_native", type_="check")
    op.drop_column("enum_not_native", "e")
    op.drop_table("enum_not_native")
