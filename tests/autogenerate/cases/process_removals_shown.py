import sqlalchemy as sa
from alembic.operations import ops


def before(m):
    sa.Table("p", m, sa.Column("id", sa.Integer, primary_key=True))
    sa.Table(
        "t",
        m,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a", sa.String(5), nullable=False),
        sa.Column("b", sa.Integer, sa.ForeignKey("p.id", name="fk_b")),
        sa.UniqueConstraint("a", name="uq_a"),
        sa.Index("ix_ab", "a", "b", unique=True),
    )


def after(m):
    sa.Table("p", m, sa.Column("id", sa.Integer, primary_key=True))
    sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Integer))


def seen(context, revision, scripts):
    for changes in scripts[0].upgrade_ops.ops:
        for op in getattr(changes, "ops", []):
            if isinstance(op, ops.DropIndexOp):
                names = [column.name for column in op._reverse.columns]
                assert names == ["a", "b"], names


configure = {"process_revision_directives": seen}
