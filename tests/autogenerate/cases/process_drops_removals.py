import sqlalchemy as sa
from alembic.operations import ops

def process(context, revision, directives):
    script = directives[0]
    script.upgrade_ops.ops = [op for op in script.upgrade_ops.ops if not isinstance(op, ops.DropTableOp)]
    script.downgrade_ops.ops = [op for op in script.downgrade_ops.ops if not isinstance(op, ops.CreateTableOp)]


configure = dict(process_revision_directives=process)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("old", sa.Integer),
    )
    sa.Table(
        "gone",
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
