"""Partial, covering, and unique indexes that take NULL for a value."""

import sqlalchemy as sa
from alembic import op

revision = "025"
down_revision = "024"


def upgrade():
    t = op.create_table("index_options", sa.Column("a", sa.Integer()), sa.Column("b", sa.Text()), sa.Column("deleted_at", sa.DateTime()))
    op.create_index("ix_options_where", "index_options", ["a"], unique=True, postgresql_where=sa.text("deleted_at IS NULL"))
    op.create_index("ix_options_where_expr", "index_options", ["a"], postgresql_where=sa.and_(t.c.deleted_at.is_(None), t.c.b != "it's 100%"))
    op.create_index("ix_options_where_in", "index_options", ["a"], postgresql_where=t.c.b.in_(["x", "y"]))
    op.create_index("ix_options_where_str", "index_options", ["a"], postgresql_where="b LIKE 'a%'")
    op.create_index("ix_options_include", "index_options", ["a"], unique=True, postgresql_include=["b", "deleted_at"])
    op.create_index("ix_options_nulls", "index_options", ["b"], unique=True, postgresql_nulls_not_distinct=True)
    op.create_index("ix_options_nulls_2", "index_options", ["b"], unique=True, postgresql_nulls_not_distinct=False)


def downgrade():
    op.drop_index("ix_options_where", table_name="index_options", postgresql_where=sa.text("deleted_at IS NULL"))
    op.drop_table("index_options")
