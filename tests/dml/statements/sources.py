"""What can stand in FROM besides tables and queries."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import func

revision = "dml_sources"
down_revision = None

t = sa.table("t", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("n", sa.Integer))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("t_id", sa.Integer), sa.column("v", sa.Integer))


def rows(**options):
    return sa.values(sa.column("a", sa.Integer), sa.column("b", sa.String), **options).data([(1, "x"), (2, "y")])


def statements():
    v = rows(name="v")
    yield sa.select(v)
    yield sa.select(v.c.a).join(t, t.c.id == v.c.a)
    yield t.update().where(t.c.id == v.c.a).values(name=v.c.b)
    yield sa.select(rows(name="v", literal_binds=True))
    yield sa.select(rows(name="v", literal_binds=True).data([(3, "z")]))
    yield sa.select(rows(name="v").cte("w"))
    yield sa.select(rows().alias("w"))
    one = sa.values(sa.column("a", sa.Integer)).data([(1,), (2,)])
    yield sa.select(t.c.id).where(t.c.id.in_(one.scalar_values()))
    yield sa.select(sa.tablesample(t, func.bernoulli(10), name="s", seed=func.random()))
    yield sa.select(t.tablesample(5).c.id)
    yield sa.select(t.tablesample(5, name="s").c.id, u.c.id).where(u.c.v > 1)
    top = sa.select(u.c.v).where(u.c.t_id == t.c.id).order_by(u.c.v.desc()).limit(1).lateral("top")
    yield sa.select(t.c.id, top.c.v).outerjoin(top, sa.true())
    yield sa.select(t.c.id, top.c.v)
    yield sa.select(func.generate_series(1, 5).table_valued("n").c.n)
    yield sa.select(func.generate_series(1, 3).table_valued("v", with_ordinality="o", name="gs").render_derived())
    yield sa.select(func.generate_series(1, 3).table_valued("v", name="gs").render_derived(name="x"))
    pairs = func.generate_series(1, 3).table_valued("v", with_ordinality="o")
    yield sa.select(pairs.lateral("l"))
    yield sa.select(pairs.render_derived(name="t").lateral())
    yield sa.select(pairs.render_derived().lateral().c.o)
    yield sa.select(pairs.lateral().render_derived(name="z"))
    yield sa.select(t.c.id, u.c.v).with_only_columns(t.c.name, maintain_column_froms=True)
    yield sa.select(t, u.c.v).where(u.c.v > 1).with_only_columns(t.c.name)
    yield sa.select(sa.text("name")).select_from(sa.text("t")).where(sa.text("n > :k").bindparams(k=2))
    yield sa.select(sa.func.my.pkg.fn(1, t.c.id)).select_from(t.join(u, t.c.id == u.c.t_id, full=True))


def upgrade():
    for number, statement in enumerate(statements(), 1):
        op.execute("-- %d" % number)
        try:
            op.execute(statement)
        except Exception as error:
            message = type(error).__name__ + ": " + str(error)
            op.execute(
                sa.text("error " + message.replace("\\", "\\\\").replace(":", "\\:"))
            )
