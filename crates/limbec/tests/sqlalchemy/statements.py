"""Statements as text."""
import sqlalchemy as sa

metadata = sa.MetaData()
users = sa.Table(
    "users", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(50)),
)
orders = sa.Table(
    "orders", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("user_id", sa.ForeignKey("users.id")),
    sa.Column("total", sa.Numeric(10, 2)),
)


def show(statement):
    try:
        print(str(statement))
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("\n")[0].split("(Background")[0])
    print("--")


show(sa.select(users))
show(sa.select(users.c.id, users.c.name).where(users.c.id == 5).order_by(users.c.name.desc()).limit(3).offset(1))
show(sa.select(users.c.id).where(users.c.name == "x", users.c.id > 3))
show(sa.select(sa.func.count()).select_from(users))
show(sa.select(users.c.name, sa.func.sum(orders.c.total)).join(orders).group_by(users.c.name).having(sa.func.sum(orders.c.total) > 5))
show(sa.select(users).join(orders, users.c.id == orders.c.user_id, isouter=True))
show(sa.select(users.c.id).join_from(users, orders))
show(sa.select(users.c.id).distinct())
show(sa.select(users.c.id).filter_by(name="x"))
show(users.select().where(users.c.id == 1))
show(users.join(orders))
show(users.outerjoin(orders))
show(sa.select(users.c.id).union(sa.select(orders.c.id)))
show(sa.union_all(sa.select(users.c.id), sa.select(orders.c.id)).order_by("id"))
sub = sa.select(orders.c.user_id, sa.func.count().label("n")).group_by(orders.c.user_id).subquery("counted")
show(sa.select(users.c.name, sub.c.n).join(sub, sub.c.user_id == users.c.id))
print(sub.c.keys(), sub.name)
cte = sa.select(orders.c.user_id).cte("recent")
show(sa.select(users).where(users.c.id.in_(sa.select(cte.c.user_id))))
alias = users.alias("u")
show(sa.select(alias.c.id, users.c.id).where(alias.c.id == users.c.id))
show(sa.select(users.c.id).where(sa.exists().where(orders.c.user_id == users.c.id)))
show(sa.select(sa.select(sa.func.max(orders.c.id)).where(orders.c.user_id == users.c.id).scalar_subquery().label("last")))
show(sa.insert(users).values(name="x"))
show(users.insert().values({"name": "x", "id": 1}))
show(users.insert().values([{"name": "x"}, {"name": "y"}]))
show(sa.insert(users))
show(sa.insert(users).from_select(["name"], sa.select(users.c.name)))
show(sa.insert(users).values(name=sa.func.lower("X")).returning(users.c.id))
show(sa.update(users).where(users.c.id == 1).values(name="y"))
show(users.update().values(name=users.c.name + "!"))
show(users.update().values({users.c.name: None}))
show(sa.update(orders).values(total=sa.select(sa.func.max(orders.c.total)).scalar_subquery()))
show(sa.delete(users).where(users.c.id.in_([1, 2])))
show(users.delete())
show(sa.select(sa.text("1")))
show(sa.select(sa.literal_column("count(*)").label("n")).select_from(sa.text("users")))
show(sa.select(users.c.id).with_for_update())
show(sa.text("select 1").columns(sa.column("x")).subquery().select())
light = sa.table("users", sa.column("id"), sa.column("name"))
show(light.update().where(light.c.name == sa.bindparam("old")).values(name="b"))
show(light.insert().values(name="x"))
show(sa.select(users).where(users.c.id == 1).with_only_columns(users.c.name))
show(sa.select(users.c.id, orders.c.id))
print(sa.select(users.c.id, users.c.name.label("n")).selected_columns.keys())
print(str(sa.select(users.c.id).where(users.c.name == "x").compile(compile_kwargs={"literal_binds": True})))
for attempt in (
    lambda: sa.select([users.c.id]),
    lambda: sa.select("id"),
    lambda: users.insert(values={"a": 1}),
):
    try:
        print(attempt())
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("\n")[0].split("(Background")[0])
