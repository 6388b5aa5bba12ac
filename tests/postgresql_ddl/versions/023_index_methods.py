"""Access methods, operator classes, storage parameters."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "023"
down_revision = "022"


def upgrade():
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.create_table(
        "index_methods",
        sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.Text()), sa.Column("data", postgresql.JSONB()),
        sa.Column("tags", postgresql.ARRAY(sa.Text())), sa.Column("at", sa.DateTime()), sa.Column("during", postgresql.TSTZRANGE()),
    )
    op.create_index("ix_methods_gin", "index_methods", ["data"], postgresql_using="gin")
    op.create_index("ix_methods_path", "index_methods", ["data"], postgresql_using="gin", postgresql_ops={"data": "jsonb_path_ops"})
    op.create_index("ix_methods_trgm", "index_methods", ["name"], postgresql_using="gin", postgresql_ops={"name": "gin_trgm_ops"})
    op.create_index("ix_methods_trgm_lower", "index_methods", [sa.text("lower(name) gin_trgm_ops")], postgresql_using="gin")
    op.create_index("ix_methods_lower_ops", "index_methods", [sa.func.lower(sa.column("name")).label("lowered")], postgresql_ops={"lowered": "text_pattern_ops"})
    op.create_index("ix_methods_pattern", "index_methods", ["name", "id"], postgresql_ops={"name": "varchar_pattern_ops"})
    op.create_index("ix_methods_hash", "index_methods", ["name"], postgresql_using="hash")
    op.create_index("ix_methods_brin", "index_methods", ["at"], postgresql_using="brin", postgresql_with={"pages_per_range": 32})
    op.create_index("ix_methods_gist", "index_methods", ["during"], postgresql_using="gist")
    op.create_index("ix_methods_tags", "index_methods", ["tags"], postgresql_using="gin", postgresql_with={"fastupdate": "off"})
    op.create_index("ix_methods_fill", "index_methods", ["id"], unique=True, postgresql_with={"fillfactor": 70}, postgresql_tablespace="pg_default")


def downgrade():
    for name in ("gin", "path", "trgm", "trgm_lower", "lower_ops", "pattern", "hash", "brin", "gist", "tags", "fill"):
        op.drop_index(f"ix_methods_{name}", "index_methods")
    op.drop_table("index_methods")
    op.execute("DROP EXTENSION pg_trgm")
