"""Values taken from a Python enum."""
import enum

import sqlalchemy as sa
from alembic import op

revision = "create_table_enum_class"
down_revision = None

class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum(Colour)), sa.Column("b", sa.Enum(Colour, name="shade", values_callable=lambda e: [m.value for m in e])))
