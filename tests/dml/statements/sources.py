"""What can stand in FROM besides tables and queries."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import func

t = sa.table("t", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("n", sa.Integer))
u = sa.table("u", sa.column("id", sa.Integer), sa.column("t_id", sa.Integer), sa.column("v", sa.Integer))


def rows(**options):
    return sa.values(sa.column("a", sa.Integer), sa.column("b", sa.String), **options).data([(1, "x"), (2, "y")])


def upgrade():
    v = rows(name="v")
    op.execute(sa.select(v))
    op.execute(sa.select(v.c.a).join(t, t.c.id == v.c.a))
    op.execute(t.update().where(t.c.id == v.c.a).values(name=v.c.b))
    op.execute(sa.select(rows(name="v", literal_binds=True)))
    op.execute(sa.select(rows(name="v", literal_binds=True).data([(3, "z")])))
    op.execute(sa.select(rows(name="v").cte("w")))
    op.execute(sa.select(rows().alias("w")))
    one = sa.values(sa.column("a", sa.Integer)).data([(1,), (2,)])
    op.execute(sa.select(t.c.id).where(t.c.id.in_(one.scalar_values())))
    op.execute(sa.select(sa.tablesample(t, func.bernoulli(10), name="s", seed=func.random())))
    op.execute(sa.select(t.tablesample(5).c.id))
    op.execute(sa.select(t.tablesample(5, name="s").c.id, u.c.id).where(u.c.v > 1))
    top = sa.select(u.c.v).where(u.c.t_id == t.c.id).order_by(u.c.v.desc()).limit(1).lateral("top")
    op.execute(sa.select(t.c.id, top.c.v).outerjoin(top, sa.true()))
    op.execute(sa.select(t.c.id, top.c.v))
    op.execute(sa.select(func.generate_series(1, 5).table_valued("n").c.n))
    op.execute(sa.select(func.generate_series(1, 3).table_valued("v", with_ordinality="o", name="gs").render_derived()))
    op.execute(sa.select(func.generate_series(1, 3).table_valued("v", name="gs").render_derived(name="x")))
    op.execute(sa.select(t.c.id, u.c.v).with_only_columns(t.c.name, maintain_column_froms=True))
    op.execute(sa.select(t, u.c.v).where(u.c.v > 1).with_only_columns(t.c.name))
    op.execute(sa.select(sa.text("name")).select_from(sa.text("t")).where(sa.text("n > :k").bindparams(k=2)))
    op.execute(sa.select(sa.func.my.pkg.fn(1, t.c.id)).select_from(t.join(u, t.c.id == u.c.t_id, full=True)))
