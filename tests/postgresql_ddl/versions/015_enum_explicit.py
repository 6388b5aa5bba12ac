"""Types made before the table, asked for and not asked for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "015"
down_revision = "014"


def upgrade():
    kind = postgresql.ENUM("a", "b", name="enum_explicit_kind", create_type=False)
    kind.create(op.get_bind(), checkfirst=True)
    kind.create(op.get_bind(), checkfirst=True)
    other = sa.Enum("c", "d", name="enum_explicit_other")
    other.create(op.get_bind())
    op.create_table(
        "enum_explicit",
        sa.Column("kind", kind, nullable=False),
        sa.Column("kinds", postgresql.ARRAY(kind), server_default="{}"),
        sa.Column("other", postgresql.ENUM(name="enum_explicit_other", create_type=False)),
    )


def downgrade():
    op.drop_table("enum_explicit")
    postgresql.ENUM(name="enum_explicit_kind").drop(op.get_bind(), checkfirst=True)
    postgresql.ENUM(name="enum_explicit_kind").drop(op.get_bind(), checkfirst=True)
    sa.Enum(name="enum_explicit_other").drop(op.get_bind(), checkfirst=True)
