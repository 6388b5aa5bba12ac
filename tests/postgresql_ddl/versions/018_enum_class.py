"""Enums of Python classes, by name and by value."""

import enum

import sqlalchemy as sa
from alembic import op

revision = "018"
down_revision = "017"


class Colour(str, enum.Enum):
    RED = "red"
    GREEN = "green"


def upgrade():
    op.create_table(
        "enum_class",
        sa.Column("by_name", sa.Enum(Colour), nullable=False, server_default=Colour.RED.name),
        sa.Column("by_value", sa.Enum(Colour, name="colour_value", values_callable=lambda members: [member.value for member in members])),
    )
    rows = sa.table("enum_class", sa.column("by_name", sa.Enum(Colour)), sa.column("by_value", sa.Enum(Colour, name="colour_value", values_callable=lambda members: [m.value for m in members])))
    op.bulk_insert(rows, [{"by_name": Colour.GREEN, "by_value": Colour.GREEN}, {"by_name": "RED", "by_value": None}])


def downgrade():
    op.drop_table("enum_class")
    sa.Enum(Colour).drop(op.get_bind())
    op.execute("DROP TYPE IF EXISTS colour_value")
