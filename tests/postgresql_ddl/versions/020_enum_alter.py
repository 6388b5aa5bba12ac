"""A string column becomes an enum and back."""

import sqlalchemy as sa
from alembic import op

revision = "020"
down_revision = "019"


def upgrade():
    op.create_table("enum_alter", sa.Column("level", sa.String(10), server_default="low"))
    op.execute("INSERT INTO enum_alter VALUES ('high'), (DEFAULT)")
    level = sa.Enum("low", "high", name="enum_alter_level")
    level.create(op.get_bind(), checkfirst=True)
    op.alter_column("enum_alter", "level", server_default=None)
    op.alter_column("enum_alter", "level", existing_type=sa.String(10), type_=level, postgresql_using="level::enum_alter_level")
    op.alter_column("enum_alter", "level", server_default="low", nullable=False, existing_type=level)


def downgrade():
    op.alter_column("enum_alter", "level", server_default=None)
    op.alter_column("enum_alter", "level", type_=sa.String(10), nullable=True, postgresql_using="level::text")
    op.drop_table("enum_alter")
    sa.Enum("low", "high", name="enum_alter_level").drop(op.get_bind(), checkfirst=False)
