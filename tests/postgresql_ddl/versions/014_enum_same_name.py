"""Two type objects of one name: the second table finds the type that the run has made."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "014"
down_revision = "013"


def upgrade():
    op.create_table("enum_same_1", sa.Column("state", sa.Enum("x", "y", name="enum_same_state")))
    op.create_table("enum_same_2", sa.Column("state", postgresql.ENUM("x", "y", name="enum_same_state")))


def downgrade():
    op.drop_table("enum_same_1")
    op.drop_table("enum_same_2")
    postgresql.ENUM(name="enum_same_state").drop(op.get_bind())
