"""Expressions as text."""
import datetime

import sqlalchemy as sa

t = sa.table(
    "t",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("flag", sa.Boolean),
    sa.column("at", sa.DateTime),
    sa.column("data", sa.JSON),
)


def show(expression):
    try:
        print(str(expression))
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("\n")[0])


show(t.c.id == 5)
show(t.c.id != 5)
show(5 == t.c.id)
show(t.c.id == None)
show(t.c.id != None)
show(t.c.flag == True)
show(t.c.flag.is_(True))
show(t.c.flag.is_not(None))
show(~(t.c.id == 5))
show((t.c.id == 5) & (t.c.name == "x"))
show((t.c.id == 5) | (t.c.name == "x"))
show(sa.and_(t.c.id == 5, sa.or_(t.c.name == "a", t.c.name == "b")))
show(sa.not_(t.c.name.like("a%")))
show(t.c.id + 1)
show(1 - t.c.id)
show(t.c.id * 2 / 3)
show(-t.c.id)
show(t.c.name + "x")
show(t.c.name.in_(["a", "b"]))
show(t.c.name.not_in(["a"]))
show(t.c.id.in_(sa.select(t.c.id)))
show(t.c.id.between(1, 5))
show(t.c.name.startswith("a"))
show(t.c.name.contains("a", autoescape=True))
show(t.c.name.ilike("a"))
show(t.c.name.op("->>")("x"))
show(t.c.name.label("other"))
show(t.c.id.desc())
show(t.c.id.desc().nulls_last())
show(sa.func.now())
show(sa.func.count())
show(sa.func.count(t.c.id))
show(sa.func.coalesce(t.c.name, "x"))
show(sa.func.lower(t.c.name) == "x")
show(sa.func.max(t.c.id).label("m"))
show(sa.func.pg_catalog.lower("x"))
show(sa.cast(t.c.id, sa.String))
show(sa.cast("5", sa.Integer))
show(sa.case((t.c.id == 1, "one"), else_="many"))
show(sa.case({1: "one"}, value=t.c.id, else_="x"))
show(sa.extract("year", t.c.at))
show(sa.null())
show(sa.true())
show(sa.false())
show(sa.literal("x"))
show(sa.literal_column("a + b"))
show(sa.text("select :x"))
show(sa.bindparam("x"))
show(sa.tuple_(t.c.id, t.c.name))
show(sa.exists(sa.select(t.c.id)))
show(sa.func.row_number().over(partition_by=t.c.name, order_by=t.c.id))
show(t.c.name.collate("C"))
show(sa.distinct(t.c.name))
show(t.c.at >= datetime.datetime(2020, 1, 1))
show(t.c.name.concat("x"))
show(t.c.id % 2)
show(t.c.name.is_distinct_from("x"))
print((t.c.id == 5).type, (t.c.id + 1).type, sa.func.now().type, t.c.name.label("x").type)
print(sa.func.count().type, sa.func.unknown(1).type, (t.c.name + "x").type)
print(t.c.name.label("x").name, sa.func.max(t.c.id).name, t.c.id.name, t.c.id.key)
print(bool(t.c.id == t.c.id), bool(t.c.id == t.c.name), t.c.id in [t.c.name, t.c.id])
for attempt in (
    lambda: bool(t.c.id > 5),
    lambda: t.c.id.in_("abc"),
    lambda: sa.and_("x = 5", t.c.id == 1),
    lambda: [x for x in t.c.id],
    lambda: t.c.id > None,
):
    try:
        print(attempt())
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("\n")[0].split("(Background")[0])
