"""Engines, transactions, types on their way to and from a database, dialect inserts."""
import asyncio
import datetime
import decimal
import json

import sqlalchemy as sa
from sqlalchemy import event, pool, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import engine_from_config
from sqlalchemy.ext.asyncio import async_engine_from_config, create_async_engine


class Upper(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else value.upper()

    def process_result_value(self, value, dialect):
        return None if value is None else "<" + value + ">"


metadata = sa.MetaData()
items = sa.Table(
    "items",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", Upper(20), unique=True),
    sa.Column("count", sa.Integer, default=7),
    sa.Column("at", sa.DateTime, server_default=sa.text("'2020-01-01 00:00:00'")),
    sa.Column("spent", sa.Interval),
    sa.Column("clock", sa.Time),
    sa.Column("ratio", sa.Float),
    sa.Column("blob", sa.LargeBinary),
)

engine = engine_from_config({"sqlalchemy.url": "sqlite://"}, prefix="sqlalchemy.", poolclass=pool.StaticPool)


@event.listens_for(engine, "connect")
def on_connect(dbapi_connection, record):
    cursor = dbapi_connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


with engine.connect() as conn:
    print(conn.exec_driver_sql("PRAGMA foreign_keys").scalar())
    metadata.create_all(conn)
    conn.commit()
    with conn.begin():
        conn.execute(items.insert().values(name="a", spent=datetime.timedelta(hours=5), clock=datetime.time(1, 2, 3), ratio=0.5, blob=b"\x00\x01"))
        conn.execute(items.insert(), [{"name": "b"}, {"name": "c"}])
    row = conn.execute(sa.select(items).order_by(items.c.id)).first()
    print(row)
    print(conn.execute(sa.select(items.c.name, items.c.count).order_by(items.c.id)).all())
    print(conn.execute(sa.select(items.c.name).where(items.c.name == "b")).scalar_one())
    print(conn.execute(text("SELECT name, count FROM items WHERE name IN :names").bindparams(sa.bindparam("names", expanding=True)), {"names": ["A", "B"]}).all())
    print(conn.execute(text("SELECT id, at FROM items LIMIT 1").columns(id=sa.Integer, at=sa.DateTime)).one())
    print(conn.execute(sa.select(sa.func.max(items.c.at), sa.func.count(items.c.id).label("n"))).one().n)
    print(conn.execute(sa.select(sa.literal(5), sa.literal("x"), sa.null(), sa.cast("3", sa.Integer))).one())
    print(conn.execute(sa.select((items.c.count * 2).label("twice")).limit(1)).scalar())
    upsert = sqlite.insert(items).values(id=1, name="z", count=1)
    conn.execute(upsert.on_conflict_do_update(index_elements=["id"], set_={"name": upsert.excluded.name, "count": 99}))
    conn.execute(sqlite.insert(items).values(id=1, name="q").on_conflict_do_nothing())
    print(conn.execute(sa.select(items.c.name, items.c.count).where(items.c.id == 1)).one())
    print(conn.execute(sa.insert(items).values(name="r").returning(items.c.id, items.c.name)).one())
    print(conn.execute(sa.update(items).where(items.c.id == 2).values(count=items.c.count + 1)).rowcount)
    print(conn.execute(sa.select(items.c.count).where(items.c.id == 2)).scalar())
    print(conn.execute(sa.select(items.c.id).where(items.c.id.in_([]))).all())
    print(conn.execute(sa.select(sa.exists().where(items.c.id == 2))).scalar())
    sub = sa.select(items.c.id).where(items.c.count > 5).subquery()
    print(conn.execute(sa.select(sa.func.count()).select_from(sub)).scalar())
    numbers = sa.select(sa.literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(sa.select(numbers.c.n + 1).where(numbers.c.n < 4))
    print(conn.execute(sa.select(numbers.c.n)).scalars().all())
    print(conn.execute(sa.delete(items).where(items.c.name.in_(["b", "c"]))).rowcount)
    trans = conn.begin_nested()
    conn.execute(items.delete())
    trans.rollback()
    print(conn.scalar(sa.select(sa.func.count(items.c.id))))
    print(conn.execute(text("SELECT '1' AS a, 2 AS b UNION SELECT '3', 4")).partitions(1).__next__())
    for partition in conn.execute(text("SELECT 1 UNION SELECT 2 UNION SELECT 3")).partitions(2):
        print(partition)
    conn.rollback()
    print(conn.closed, conn.in_transaction())
print(conn.closed)
with engine.begin() as conn:
    print(conn.execute(text("SELECT 1")).scalar())
try:
    with engine.begin() as conn:
        raise ValueError("stop")
except ValueError as problem:
    print("rolled back", problem)


async def main():
    for connectable in (create_async_engine("sqlite+aiosqlite://"), async_engine_from_config({"x.url": "sqlite+aiosqlite://"}, prefix="x.")):
        async with connectable.connect() as connection:
            def work(sync_connection):
                return sync_connection.execute(text("SELECT 40 + 2")).scalar(), sync_connection.dialect.name
            print(await connection.run_sync(work))
            result = await connection.execute(text("SELECT 5"))
            print(result.scalar(), connection.dialect.name)
            await connection.commit()
        await connectable.dispose()


if __name__ == "never":
    asyncio.run(main())
pg = postgresql.insert(items).values(name="x").on_conflict_do_update(constraint="uq", set_=dict(name="y"), where=items.c.id > 3)
print(pg.compile(dialect=postgresql.dialect()))
print(postgresql.insert(items).values(id=1).on_conflict_do_nothing(index_elements=[items.c.id]).compile(dialect=postgresql.dialect()))
data = sa.column("data", postgresql.JSONB)
for expression in (
    data["a"], data["a"].astext, data[("a", "b")], data["a"].as_string(), data.has_key("x"), data.contains({"a": 1}),
    sa.column("tags", postgresql.ARRAY(sa.String))[1], sa.column("tags", postgresql.ARRAY(sa.String)).contains(["x"]),
    sa.func.jsonb_array_elements(data).table_valued("value"), sa.cast(data, sa.Text), data.op("?")("k"),
    sa.func.now() - sa.text("interval '1 day'"), sa.column("x", sa.Integer).is_distinct_from(3), postgresql.array([1, 2]),
    sa.func.to_tsvector("english", sa.column("body")), sa.column("a").ilike("%x%"), sa.column("s", sa.String).regexp_match("^a"),
    sa.any_(sa.column("tags", postgresql.ARRAY(sa.Integer))) == 5,
):
    try:
        print(expression.compile(dialect=postgresql.dialect()))
    except Exception as problem:
        print(type(problem).__name__, problem)
print(json.dumps({"a": 1}), decimal.Decimal("1.50"))
