import sqlalchemy as sa
from alembic.autogenerate import rewriter
from alembic.operations import ops

writer = rewriter.Rewriter()


@writer.rewrites(ops.AddColumnOp)
def nullable(context, revision, op):
    op.column.nullable = True
    return [op, ops.AlterColumnOp(op.table_name, op.column.name, existing_type=op.column.type, modify_nullable=False)]


@writer.rewrites(ops.CreateTableOp)
def sorted_columns(context, revision, op):
    op.if_not_exists = True
    return op


configure = dict(process_revision_directives=writer, render_as_batch=True)


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
        sa.Column("a", sa.Integer, nullable=False),
    )
    sa.Table(
        "n",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("x", sa.Integer),
    )
