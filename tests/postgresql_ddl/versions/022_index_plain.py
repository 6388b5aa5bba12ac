"""Indexes of columns and of tables."""

import sqlalchemy as sa
from alembic import op

revision = "022"
down_revision = "021"


def upgrade():
    op.create_table(
        "index_plain",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("a", sa.Integer(), index=True),
        sa.Column("b", sa.Text()),
        sa.Column("c", sa.Text(), unique=True),
        sa.Column("d e", sa.Text()),
        sa.Index("ix_index_plain_b_c", "b", "c"),
        sa.Index("ux_index_plain", "b", unique=True, postgresql_where=sa.text("a > 0")),
    )
    op.create_index(op.f("ix_index_plain_d e"), "index_plain", ["d e", "b"], unique=False)
    op.create_index("ix_index_plain_twice", "index_plain", ["a"], if_not_exists=True)
    op.create_index("ix_index_plain_twice", "index_plain", ["a"], if_not_exists=True)
    op.create_index("ix_index_plain_gone", "index_plain", ["a", "b"])
    op.drop_index("ix_index_plain_gone", table_name="index_plain")
    op.drop_index("ix_index_plain_gone", table_name="index_plain", if_exists=True)


def downgrade():
    op.drop_index(op.f("ix_index_plain_d e"), table_name="index_plain")
    op.drop_index("ix_index_plain_twice")
    op.drop_table("index_plain")
