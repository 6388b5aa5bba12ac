"""Defaults set, changed and dropped."""

import sqlalchemy as sa
from alembic import op

revision = "039"
down_revision = "038"


def upgrade():
    op.create_table("alter_defaults", *[sa.Column(name, sa.Text()) for name in "abcdefgh"])
    op.alter_column("alter_defaults", "a", server_default="it's")
    op.alter_column("alter_defaults", "b", server_default=sa.text("now()"))
    op.alter_column("alter_defaults", "c", server_default=sa.func.current_user())
    op.alter_column("alter_defaults", "d", server_default="C:\\temp\\n")
    op.alter_column("alter_defaults", "e", server_default="50% :x")
    op.alter_column("alter_defaults", "f", server_default=sa.text("'a' || 'b'"), existing_server_default=sa.text("NULL"))
    op.alter_column("alter_defaults", "g", server_default=sa.text("E'\\\\n'"), nullable=False, existing_type=sa.Text())
    op.alter_column("alter_defaults", "h", server_default=sa.text("'x\\:y'"))
    op.alter_column("alter_defaults", "a", nullable=False)
    op.execute("INSERT INTO alter_defaults (b, c) VALUES ('b', 'c')")


def downgrade():
    for name in "abcdefgh":
        op.alter_column("alter_defaults", name, server_default=None)
    op.alter_column("alter_defaults", "a", nullable=True, existing_type=sa.Text())
    op.drop_table("alter_defaults")
