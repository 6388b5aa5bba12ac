"""Collations of columns and of index elements."""

import sqlalchemy as sa
from alembic import op

revision = "011"
down_revision = "010"


def upgrade():
    op.create_table(
        "collations",
        sa.Column("a", sa.String(20, collation="C")),
        sa.Column("b", sa.Text(collation="POSIX")),
        sa.Column("c", sa.Text()),
    )
    op.create_index("ix_collations_c", "collations", [sa.column("c").collate("C")])
    op.create_index("ix_collations_text", "collations", [sa.text('c COLLATE "POSIX" DESC')])
    op.alter_column("collations", "c", type_=sa.Text(collation="C"))


def downgrade():
    op.alter_column("collations", "c", type_=sa.Text())
    op.drop_table("collations")
