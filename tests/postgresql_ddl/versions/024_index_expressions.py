"""Expressions, texts, order and the place of nulls."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "024"
down_revision = "023"


def upgrade():
    t = op.create_table("index_expressions", sa.Column("a", sa.Integer()), sa.Column("b", sa.Text()), sa.Column("c", sa.Text()), sa.Column("data", postgresql.JSONB()))
    op.create_index("ix_expr_lower", "index_expressions", [sa.text("lower(b)")])
    op.create_index("ix_expr_func", "index_expressions", [sa.func.lower(t.c.b), "a"])
    op.create_index("ix_expr_desc", "index_expressions", [sa.text("a DESC NULLS LAST"), sa.column("b").desc()])
    op.create_index("ix_expr_nulls", "index_expressions", [t.c.a.desc().nulls_first(), t.c.b.asc().nulls_last()])
    op.create_index("ix_expr_coalesce", "index_expressions", [sa.func.coalesce(t.c.b, "none"), sa.text("(a + 1)")], unique=True)
    op.create_index("ix_expr_json", "index_expressions", [sa.text("(data ->> 'name')")])
    op.create_index("ix_expr_json_path", "index_expressions", [t.c.data["name"].astext])
    op.create_index("ix_expr_cast", "index_expressions", [sa.cast(t.c.b, sa.Integer())])
    op.create_index("ix_expr_concat", "index_expressions", [t.c.b + "-" + t.c.c])
    op.create_index("ix_expr_literal", "index_expressions", [sa.literal_column("(a * 2)")])


def downgrade():
    op.drop_table("index_expressions")
