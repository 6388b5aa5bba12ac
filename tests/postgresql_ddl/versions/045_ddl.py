"""sa.DDL and the DDL constructs."""

import sqlalchemy as sa
from alembic import op

revision = "045"
down_revision = "044"


def upgrade():
    metadata = sa.MetaData()
    table = sa.Table("ddl_table", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text), sa.Index("ix_ddl_name", "name", postgresql_where=sa.text("id > 5")), comment="not sent by CreateTable")
    op.execute(sa.schema.CreateTable(table))
    for index in table.indexes:
        op.execute(sa.schema.CreateIndex(index))
    op.execute(sa.DDL("ALTER TABLE %(t)s ADD COLUMN more text DEFAULT '100%%'", context={"t": "ddl_table"}))
    op.execute(sa.DDL("COMMENT ON TABLE ddl_table IS 'a:b %% c'"))
    op.execute(sa.DDL("CREATE TABLE ddl_never (a int)").execute_if(dialect="sqlite"))
    op.execute(sa.DDL("ALTER TABLE ddl_table SET (fillfactor = 90)").execute_if(dialect=("postgresql", "mysql")))
    check = sa.CheckConstraint("id > 0", name="ck_ddl")
    table.append_constraint(check)
    op.execute(sa.schema.AddConstraint(check))
    check.comment = "50% \\ 'x'"
    op.execute(sa.schema.SetConstraintComment(check))
    op.execute(sa.schema.CreateSequence(sa.Sequence("ddl_seq", start=3)))
    op.execute(sa.schema.SetTableComment(table))


def downgrade():
    metadata = sa.MetaData()
    table = sa.Table("ddl_table", metadata, sa.Column("id", sa.Integer, primary_key=True))
    check = sa.CheckConstraint("id > 0", name="ck_ddl")
    table.append_constraint(check)
    op.execute(sa.schema.DropConstraint(check, cascade=True))
    op.execute(sa.schema.DropTable(table))
    op.execute(sa.schema.DropSequence(sa.Sequence("ddl_seq")))
    op.execute("DROP TABLE ddl_never")
