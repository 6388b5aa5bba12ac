"""Views of alembic_utils."""
import sqlalchemy as sa
from alembic import op
from alembic_utils.pg_materialized_view import PGMaterializedView
from alembic_utils.pg_view import PGView

revision = "packages_entities_view"
down_revision = None


view = PGView(schema="public", signature="big_accounts", definition="select * from accounts where size > 5;")
other = PGView.from_sql('create or replace view public."Names" (a, b) as select a, b from t where x = 1;')
stored = PGMaterializedView("public", "sums", "select sum(x) from t", with_data=False)
read = PGMaterializedView.from_sql("CREATE MATERIALIZED VIEW s.v AS select 1 as one WITH NO DATA;")


def upgrade():
    for entity in (view, other, stored, read):
        op.create_entity(entity)
        op.replace_entity(entity)
        op.drop_entity(entity)
