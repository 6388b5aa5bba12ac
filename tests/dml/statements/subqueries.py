"""Subqueries, correlation, CTEs, set operations."""

import sqlalchemy as sa
from alembic import op

revision = "dml_subqueries"
down_revision = None

users = sa.table(
    "users",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("age", sa.Integer),
    sa.column("active", sa.Boolean),
    sa.column("score", sa.Numeric),
    sa.column("joined", sa.DateTime),
)
orders = sa.table(
    "orders",
    sa.column("id", sa.Integer),
    sa.column("user_id", sa.Integer),
    sa.column("total", sa.Numeric(10, 2)),
    sa.column("status", sa.String),
)

STATEMENTS = {
    "subquery": lambda: (lambda s: sa.select(s.c.id))(sa.select(users.c.id).subquery()),
    "named subquery": lambda: (lambda s: sa.select(s.c.id, s.c.x))(
        sa.select(users.c.id, (users.c.age + 1).label("x")).subquery("sub")
    ),
    "subquery alias": lambda: (lambda s: sa.select(s.c.id))(
        sa.select(users.c.id).alias("sub")
    ),
    "two subqueries": lambda: (
        lambda a, b: sa.select(a.c.id, b.c.id).where(a.c.id == b.c.id)
    )(sa.select(users.c.id).subquery(), sa.select(orders.c.id).subquery()),
    "scalar": lambda: sa.select(
        users.c.id,
        sa.select(sa.func.count(orders.c.id))
        .where(orders.c.user_id == users.c.id)
        .scalar_subquery(),
    ),
    "scalar label": lambda: sa.select(
        sa.select(sa.func.count(orders.c.id))
        .where(orders.c.user_id == users.c.id)
        .scalar_subquery()
        .label("n")
    ).select_from(users),
    "scalar same table": lambda: (
        lambda u: sa.select(users.c.id).where(
            users.c.age == sa.select(sa.func.max(u.c.age)).scalar_subquery()
        )
    )(users.alias()),
    "correlate": lambda: sa.select(users.c.id).where(
        sa.select(orders.c.id)
        .where(orders.c.user_id == users.c.id)
        .correlate(users)
        .exists()
    ),
    "correlate none": lambda: sa.select(users.c.id).where(
        sa.select(orders.c.id)
        .where(orders.c.user_id == users.c.id)
        .correlate(None)
        .exists()
    ),
    "correlate except": lambda: sa.select(users.c.id).where(
        sa.select(orders.c.id)
        .where(orders.c.user_id == users.c.id)
        .correlate_except(orders)
        .exists()
    ),
    "in select with condition": lambda: sa.select(users.c.id).where(
        users.c.id.in_(sa.select(orders.c.user_id).where(orders.c.total > 5))
    ),
    "any": lambda: sa.select(users.c.id).where(
        users.c.id == sa.any_(sa.select(orders.c.user_id).scalar_subquery())
    ),
    "all": lambda: sa.select(users.c.id).where(
        users.c.id > sa.all_(sa.select(orders.c.user_id).scalar_subquery())
    ),
    "cte": lambda: (lambda c: sa.select(c.c.id))(
        sa.select(users.c.id).where(users.c.age > 5).cte("grown")
    ),
    "anonymous cte": lambda: (lambda c: sa.select(c.c.id))(sa.select(users.c.id).cte()),
    "two ctes": lambda: (
        lambda a, b: sa.select(a.c.id, b.c.id).where(a.c.id == b.c.user_id)
    )(
        sa.select(users.c.id).cte("a"),
        sa.select(orders.c.id, orders.c.user_id).cte("b"),
    ),
    "cte uses cte": lambda: (
        lambda a: (lambda b: sa.select(b.c.id))(
            sa.select(a.c.id).where(a.c.id > 1).cte("b")
        )
    )(sa.select(users.c.id).cte("a")),
    "cte alias": lambda: (lambda c: sa.select(c.c.id, c.alias("x").c.id))(
        sa.select(users.c.id).cte("c")
    ),
    "recursive": lambda: (
        lambda c: sa.select(c.union_all(sa.select(c.c.n + 1).where(c.c.n < 10)).c.n)
    )(
        sa.select(sa.literal_column("1", sa.Integer).label("n")).cte(
            "nums", recursive=True
        )
    ),
    "recursive table": lambda: (
        lambda c: (lambda d: sa.select(d.c.id, d.c.user_id))(
            c.union(
                sa.select(orders.c.id, orders.c.user_id).join(
                    c, c.c.id == orders.c.user_id
                )
            )
        )
    )(
        sa.select(orders.c.id, orders.c.user_id)
        .where(orders.c.id == 1)
        .cte("tree", recursive=True)
    ),
    "cte in in": lambda: (
        lambda c: sa.select(users.c.id).where(users.c.id.in_(sa.select(c.c.user_id)))
    )(sa.select(orders.c.user_id).cte("c")),
    "cte values before": lambda: (
        lambda c: sa.select(users.c.id, c.c.id).where(users.c.name == "first")
    )(sa.select(orders.c.id).where(orders.c.status == "second").cte("c")),
    "union": lambda: sa.union(sa.select(users.c.id), sa.select(orders.c.id)),
    "union all": lambda: sa.union_all(
        sa.select(users.c.id), sa.select(orders.c.id), sa.select(users.c.age)
    ),
    "union method": lambda: sa.select(users.c.id).union(sa.select(orders.c.id)),
    "except": lambda: sa.except_(sa.select(users.c.id), sa.select(orders.c.user_id)),
    "intersect": lambda: sa.select(users.c.id).intersect(sa.select(orders.c.user_id)),
    "union order": lambda: sa.union(sa.select(users.c.id), sa.select(orders.c.id))
    .order_by("id")
    .limit(5),
    "union order of parts": lambda: sa.union(
        sa.select(users.c.id).order_by(users.c.id).limit(1), sa.select(orders.c.id)
    ),
    "union of unions": lambda: sa.union(
        sa.union(sa.select(users.c.id), sa.select(orders.c.id)), sa.select(users.c.age)
    ),
    "union in from": lambda: (lambda u: sa.select(u.c.id))(
        sa.union(sa.select(users.c.id), sa.select(orders.c.id)).subquery()
    ),
    "union of different widths": lambda: sa.union(
        sa.select(users.c.id), sa.select(orders.c.id, orders.c.total)
    ),
    "lateral": lambda: (lambda s: sa.select(users.c.id, s.c.total).join(s, sa.true()))(
        sa.select(orders.c.total).where(orders.c.user_id == users.c.id).lateral("s")
    ),
    "values": lambda: (lambda v: sa.select(v.c.a, v.c.b))(
        sa.values(sa.column("a", sa.Integer), sa.column("b", sa.String), name="v").data(
            [(1, "x"), (2, "y")]
        )
    ),
    "function table": lambda: (lambda f: sa.select(f.c.value))(
        sa.func.json_each("[1]").table_valued("value")
    ),
    "function table named": lambda: (lambda f: sa.select(f.c.value))(
        sa.func.json_each("[1]").table_valued("key", "value", name="j")
    ),
    "column valued": lambda: sa.select(
        sa.func.unnest(sa.literal_column("x")).column_valued("y")
    ),
    "series": lambda: sa.select(sa.func.generate_series(1, 5).alias("n").column),
    "select from function": lambda: sa.select(sa.text("*")).select_from(
        sa.func.generate_series(1, 5)
    ),
    "text subquery": lambda: (lambda s: sa.select(s.c.id))(
        sa.text("SELECT id FROM foo").columns(sa.column("id")).subquery("s")
    ),
}


def upgrade():
    for name, make in STATEMENTS.items():
        op.execute("-- " + name)
        try:
            op.execute(make())
        except Exception as error:
            message = type(error).__name__ + ": " + str(error)
            op.execute(
                sa.text("error " + message.replace("\\", "\\\\").replace(":", "\\:"))
            )
