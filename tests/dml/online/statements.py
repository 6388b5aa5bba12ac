"""Statements that are executed, and what they answer."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.sqlite import insert

revision = "online_statements"
down_revision = None


def attempt(what, action):
    """What an action answers, or how it fails."""
    try:
        print(what, action())
    except Exception as error:
        print(what, type(error).__module__, type(error).__name__, error)


def upgrade():
    users = op.create_table(
        "users",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(50), nullable=False, unique=True),
        sa.Column("age", sa.Integer),
        sa.Column("active", sa.Boolean),
    )
    orders = op.create_table(
        "orders",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id")),
        sa.Column("total", sa.Numeric(10, 2)),
    )
    conn = op.get_bind()
    result = conn.execute(users.insert().values(name="ann", age=30, active=True))
    print(result.inserted_primary_key, result.rowcount)
    result = conn.execute(
        users.insert(),
        [
            {"name": "bob", "age": 20, "active": False},
            {"name": "cy", "age": None, "active": None},
        ],
    )
    print(result.rowcount)
    conn.execute(orders.insert(), {"user_id": 1, "total": 5})
    conn.execute(
        orders.insert().from_select(
            ["user_id", "total"], sa.select(users.c.id, users.c.age)
        )
    )
    rows = conn.execute(
        users.update()
        .where(users.c.name == sa.bindparam("old"))
        .values(name=sa.bindparam("new")),
        [{"old": "bob", "new": "bobby"}, {"old": "nobody", "new": "x"}],
    )
    print(rows.rowcount)
    everything = sa.select(users).order_by(users.c.id)
    print(conn.execute(everything).all())
    print(conn.execute(everything).mappings().all())
    print(conn.execute(sa.select(sa.func.count()).select_from(orders)).scalar())
    print(
        conn.execute(sa.select(users.c.id).where(users.c.id.in_([1, 3])))
        .scalars()
        .all()
    )
    print(conn.execute(sa.select(users.c.id).where(users.c.id.in_([]))).all())
    print(conn.execute(sa.select(users.c.name).where(~users.c.active)).all())
    print(
        conn.execute(
            sa.select(users.c.name).order_by(users.c.name.desc()).limit(1).offset(1)
        ).one()
    )
    joined = sa.select(users.c.name, sa.func.sum(orders.c.total).label("sum")).join(
        orders, orders.c.user_id == users.c.id
    )
    print(conn.execute(joined.group_by(users.c.name).order_by("sum")).all())
    grown = sa.select(users.c.id).where(users.c.age > 25).cte("grown")
    print(conn.execute(sa.select(grown.c.id)).fetchall())
    print(conn.scalar(sa.select(sa.exists().where(orders.c.user_id == 2))))
    print(
        conn.execute(
            users.insert().values(name="dee").returning(users.c.id, users.c.name)
        ).one()
    )
    upsert = insert(users).values(id=1, name="ann again")
    upsert = upsert.on_conflict_do_update(
        index_elements=["id"],
        set_={"name": upsert.excluded.name, "age": users.c.age + 1},
    )
    conn.execute(upsert)
    print(
        conn.execute(sa.select(users.c.name, users.c.age).where(users.c.id == 1)).one()
    )
    print(
        conn.execute(sa.union_all(sa.select(users.c.id), sa.select(orders.c.id))).all()
    )
    print(
        conn.execute(sa.text("SELECT :a AS a, :b AS b"), {"a": 1, "b": None})
        .one()
        ._asdict()
    )
    correlated = sa.select(sa.func.count(orders.c.id)).where(
        orders.c.user_id == users.c.id
    )
    op.execute(users.update().values(age=correlated.scalar_subquery()))
    print(conn.execute(sa.select(users.c.id, users.c.age)).all())
    print(conn.execute(orders.delete().where(orders.c.total.is_(None))).rowcount)
    attempt("duplicate", lambda: conn.execute(users.insert().values(name="bobby")))
    attempt("missing", lambda: conn.execute(users.insert().values(age=1)))
    attempt(
        "no table",
        lambda: conn.execute(sa.text("SELECT * FROM nothing WHERE x = :x"), {"x": 1}),
    )
    attempt("syntax", lambda: conn.execute(sa.text("SELEC 1")))
    attempt("no value", lambda: conn.execute(sa.text("SELECT :x")))
    attempt(
        "many", lambda: conn.execute(users.insert(), [{"name": "e"}, {"name": "e"}])
    )
    attempt("unknown column", lambda: conn.execute(users.insert().values(foo=1)))
    attempt(
        "one", lambda: conn.execute(sa.select(users.c.id).where(users.c.id == 99)).one()
    )


def downgrade():
    op.drop_table("orders")
    op.drop_table("users")
