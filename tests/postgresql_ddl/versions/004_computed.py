"""Generated columns, inside a table and added to it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "004"
down_revision = "003"


def upgrade():
    op.create_table(
        "computed",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("net", sa.Numeric(10, 2), nullable=False),
        sa.Column("gross", sa.Numeric(10, 2), sa.Computed("net * 1.19")),
        sa.Column("title", sa.Text()),
        sa.Column("lower_title", sa.Text(), sa.Computed("lower(title)", persisted=True), nullable=True),
    )
    op.add_column("computed", sa.Column("words", postgresql.TSVECTOR(), sa.Computed("to_tsvector('english', coalesce(title, ''))", persisted=True)))
    op.create_index("ix_computed_words", "computed", ["words"], postgresql_using="gin")
    op.execute("INSERT INTO computed (net, title) VALUES (100, 'A Quick Brown Fox')")


def downgrade():
    op.drop_index("ix_computed_words", table_name="computed")
    op.drop_column("computed", "words")
    op.drop_table("computed")
