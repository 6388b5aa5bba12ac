"""Types in another schema, given, inherited, and of a metadata."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "016"
down_revision = "015"


def upgrade():
    op.execute("CREATE SCHEMA enum_home")
    op.create_table("enum_schema_1", sa.Column("a", sa.Enum("a", "b", name="given", schema="enum_home")))
    op.create_table("enum_schema_2", sa.Column("a", sa.Enum("a", "b", name="inherited", inherit_schema=True)), schema="enum_home")
    op.create_table("enum_schema_3", sa.Column("a", sa.Enum("a", "b", name="enum_schema_plain")), schema="enum_home")
    op.create_table("enum_schema_4", sa.Column("a", postgresql.ENUM("a", "b", name="Quoted Enum", schema="enum_home")))


def downgrade():
    op.drop_table("enum_schema_4")
    op.drop_table("enum_schema_3", schema="enum_home")
    op.drop_table("enum_schema_2", schema="enum_home")
    op.drop_table("enum_schema_1")
    sa.Enum(name="enum_schema_plain").drop(op.get_bind(), checkfirst=True)
    sa.Enum(name="given", schema="enum_home").drop(op.get_bind(), checkfirst=True)
    sa.Enum(name="not there", schema="enum_home").drop(op.get_bind(), checkfirst=True)
    op.execute("DROP SCHEMA enum_home CASCADE")
