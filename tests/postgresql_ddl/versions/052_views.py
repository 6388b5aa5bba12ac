"""Views, materialized views, rules and policies."""

import sqlalchemy as sa
from alembic import op

revision = "052"
down_revision = "051"


def upgrade():
    op.create_table("views", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("owner", sa.Text()))
    op.execute("CREATE VIEW views_plain AS SELECT id, owner FROM views WHERE owner IS NOT NULL")
    op.execute("CREATE MATERIALIZED VIEW views_stored AS SELECT owner, count(*) AS n FROM views GROUP BY owner WITH NO DATA")
    op.create_index("ix_views_stored", "views_stored", ["owner"], unique=True)
    op.execute("ALTER TABLE views ENABLE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY views_own ON views USING (owner = current_user)")
    op.execute("REFRESH MATERIALIZED VIEW views_stored")


def downgrade():
    op.execute("DROP POLICY views_own ON views")
    op.drop_index("ix_views_stored", table_name="views_stored")
    op.execute("DROP MATERIALIZED VIEW views_stored")
    op.execute("DROP VIEW views_plain")
    op.drop_table("views")
