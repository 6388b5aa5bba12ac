import sqlalchemy as sa
from alembic.operations import ops

def process(context, revision, directives):
    script = directives[0]
    script.upgrade_ops.ops.append(ops.ExecuteSQLOp("UPDATE t SET a = 1"))
    script.downgrade_ops.ops.insert(0, ops.ExecuteSQLOp("DELETE FROM t"))
    script.imports.add("import datetime")


configure = dict(process_revision_directives=process)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer),
    )
