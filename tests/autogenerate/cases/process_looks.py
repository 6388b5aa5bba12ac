import sqlalchemy as sa
from alembic.operations import ops

def process(context, revision, directives):
    if not revision:
        return
    found = []
    for op in directives[0].upgrade_ops.ops:
        if isinstance(op, ops.ModifyTableOps):
            found.extend((type(inner).__name__, op.table_name) for inner in op.ops)
        else:
            found.append((type(op).__name__, op.table_name))
    assert found == [
        ("CreateTableOp", "n"),
        ("AddColumnOp", "t"),
        ("CreateIndexOp", "t"),
        ("DropColumnOp", "t"),
    ], found


configure = dict(process_revision_directives=process)


def before(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("old", sa.Integer),
    )


def after(m):
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.Integer, index=True),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
    )
