"""DDL that listens to tables and metadatas."""

from alembic import op
import sqlalchemy as sa

revision = "execute_ddl_events"
down_revision = None


def upgrade():
    metadata = sa.MetaData()
    table = sa.Table("Order", metadata, sa.Column("id", sa.Integer, primary_key=True), schema="s")
    sa.event.listen(table, "after_create", sa.DDL("ALTER TABLE %(fullname)s ADD x int -- %(table)s %(schema)s 100%%"))
    sa.event.listen(table, "before_drop", sa.DDL("DROP TRIGGER y").execute_if(dialect=("postgresql", "sqlite")))
    sa.event.listen(metadata, "before_create", sa.DDL("SELECT 1").execute_if(callable_=lambda ddl, target, bind, **kw: True))
    sa.event.listen(metadata, "after_drop", sa.DDL("SELECT 2").execute_if(callable_=lambda ddl, target, bind, **kw: False))
    metadata.create_all(op.get_bind())
    metadata.drop_all(op.get_bind())
