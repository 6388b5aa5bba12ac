"""DDL that runs beside a table: before and after it is created and dropped."""

import sqlalchemy as sa
from alembic import op

revision = "049"
down_revision = "048"


def note(target, connection, **kw):
    connection.execute(sa.text("INSERT INTO events_log VALUES (:a)"), {"a": f"after {target.name}"})


def tables():
    metadata = sa.MetaData()
    log = sa.Table("events_log", metadata, sa.Column("a", sa.Text))
    table = sa.Table("events_table", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("log", sa.Text))
    table.add_is_dependent_on(log)
    sa.event.listen(table, "after_create", sa.DDL("CREATE INDEX ix_events ON %(table)s (log)"))
    sa.event.listen(table, "after_create", sa.DDL("ALTER TABLE %(fullname)s ADD COLUMN never text").execute_if(dialect="mysql"))
    sa.event.listen(table, "after_create", note)
    sa.event.listen(metadata, "before_create", sa.DDL("CREATE SCHEMA events_home"))
    sa.event.listen(metadata, "after_drop", sa.DDL("DROP SCHEMA events_home"))
    return metadata


def upgrade():
    tables().create_all(op.get_bind())


def downgrade():
    tables().drop_all(op.get_bind())
