"""An Enum that CREATE TABLE makes; its type stays when the table goes."""

import sqlalchemy as sa
from alembic import op

revision = "012"
down_revision = "011"


def upgrade():
    op.create_table("enum_table", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("mood", sa.Enum("sad", "ok", "it's fine", "100%", "a:b", name="enum_table_mood"), nullable=False, server_default="ok"))
    op.execute("INSERT INTO enum_table (mood) VALUES ('it''s fine'), (DEFAULT)")


def downgrade():
    op.drop_table("enum_table")
    sa.Enum(name="enum_table_mood").drop(op.get_bind(), checkfirst=False)
