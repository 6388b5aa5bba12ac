"""A database: connections, results, rows, errors, the inspector."""
import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import create_engine, exc, inspect, text


class Level(enum.Enum):
    LOW = "l"
    HIGH = "h"


metadata = sa.MetaData()
things = sa.Table(
    "things",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(20), nullable=False),
    sa.Column("at", sa.DateTime),
    sa.Column("day", sa.Date),
    sa.Column("price", sa.Numeric(10, 2)),
    sa.Column("flag", sa.Boolean),
    sa.Column("data", sa.JSON),
    sa.Column("level", sa.Enum(Level)),
    sa.Column("token", sa.Uuid),
    sa.UniqueConstraint("name", name="uq_things_name"),
    sa.Index("ix_things_at", "at"),
)
parts = sa.Table(
    "parts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("thing_id", sa.Integer, sa.ForeignKey("things.id", ondelete="CASCADE")),
)
engine = create_engine("sqlite://")
print(engine, engine.url, engine.dialect.name, engine.name)
with engine.connect() as conn:
    metadata.create_all(conn)
    print(conn.dialect.name, conn.engine.dialect.name, conn.closed)
    result = conn.execute(
        things.insert().values(
            name="a",
            at=datetime.datetime(2024, 1, 2, 3, 4, 5),
            day=datetime.date(2024, 1, 2),
            price=decimal.Decimal("12.50"),
            flag=True,
            data={"k": [1, None, "x"]},
            level=Level.HIGH,
            token=uuid.UUID("12345678-1234-5678-1234-567812345678"),
        )
    )
    print(result.inserted_primary_key, result.rowcount, result.lastrowid, result.returns_rows)
    conn.execute(things.insert(), [{"name": "b", "flag": False}, {"name": "c", "flag": None}])
    conn.execute(text("INSERT INTO parts (thing_id) VALUES (:t)"), {"t": 1})
    conn.execute(text("INSERT INTO parts (thing_id) VALUES (:t)"), [{"t": 2}, {"t": 3}])
    row = conn.execute(sa.select(things).order_by(things.c.id)).first()
    print(row)
    print(row.name, row[0], row.at, row.price, row.level, row._mapping["data"], row.token)
    rows = conn.execute(text("SELECT id, name FROM things ORDER BY id")).fetchall()
    print(rows, len(rows), rows[0] == (1, "a"), rows[0]._asdict(), rows[1]._fields)
    for identifier, name in rows:
        print(identifier, name)
    for row in conn.execute(text("SELECT id, name FROM things ORDER BY id DESC")):
        print(row.id, row._mapping["name"], tuple(row), "c" in row)
    print(conn.execute(text("SELECT count(*) FROM things")).scalar())
    print(conn.scalar(text("SELECT max(id) FROM things")), conn.scalar(sa.select(sa.func.count()).select_from(things)))
    print(conn.execute(sa.select(things.c.name).order_by(things.c.id)).scalars().all())
    print(conn.scalars(sa.select(things.c.id)).all())
    print(conn.execute(text("SELECT id, name FROM things WHERE id = :i"), {"i": 2}).mappings().all())
    print(conn.execute(text("SELECT 1 WHERE 1 = 0")).fetchone(), conn.execute(text("SELECT 1 WHERE 1 = 0")).first())
    print(conn.execute(text("SELECT id FROM things ORDER BY id")).fetchmany(2))
    print(conn.execute(text("SELECT 1 AS a, 2 AS b")).keys(), conn.execute(text("SELECT 1 AS a")).one())
    updated = conn.execute(things.update().where(things.c.name == "b").values(flag=True, data=None))
    print(updated.rowcount)
    print(conn.execute(sa.select(things.c.flag, things.c.data).where(things.c.id == 2)).one())
    bound = things.update().where(things.c.name == sa.bindparam("old")).values(name=sa.bindparam("new"))
    print(conn.execute(bound, {"old": "c", "new": "d"}).rowcount)
    print(conn.execute(things.delete().where(things.c.name == "d")).rowcount)
    print([m["name"] for m in conn.execute(sa.select(things.c.name)).mappings()])
    for attempt in (
        lambda: conn.execute("SELECT 1"),
        lambda: conn.execute(text("SELECT * FROM missing")),
        lambda: conn.execute(things.insert().values(name="a")),
        lambda: conn.execute(text("SELECT :x")),
        lambda: conn.execute(things.insert().values(name="z")).fetchall(),
        lambda: conn.execute(text("SELECT 1 UNION SELECT 2")).one(),
        lambda: conn.execute(text("SELECT 1 WHERE 0")).scalar_one(),
        lambda: conn.execute(text("SELECT 1 AS a")).one().b,
        lambda: conn.begin(),
        lambda: inspect(5),
    ):
        try:
            print(attempt())
        except exc.SQLAlchemyError as problem:
            print(type(problem).__name__)
            print(problem)
        except AttributeError as problem:
            print("AttributeError", problem)
    try:
        conn.execute(text("SELECT * FROM missing"))
    except exc.OperationalError as problem:
        print(problem.orig, problem.statement, problem.params, problem.code, isinstance(problem, exc.DBAPIError))
    conn.commit()
    conn.execute(text("DELETE FROM parts"))
    conn.rollback()
    print(conn.scalar(text("SELECT count(*) FROM parts")))
    inspector = inspect(conn)
    print(inspector.get_table_names(), inspector.has_table("things"), inspector.has_table("x"))
    for column in inspector.get_columns("things"):
        print(column)
    print(inspector.get_pk_constraint("things"))
    print(inspector.get_foreign_keys("parts"))
    print(inspector.get_unique_constraints("things"))
    print(inspector.get_indexes("things"))
    print(inspector.get_view_names(), inspector.default_schema_name)
    print([type(c["type"]).__name__ for c in inspector.get_columns("things")])
    try:
        inspector.get_columns("missing")
    except exc.NoSuchTableError as problem:
        print("NoSuchTableError", problem)
    reflected = sa.Table("parts", sa.MetaData(), autoload_with=conn)
    print(reflected.c.keys(), reflected.c.thing_id.type, [f.target_fullname for f in reflected.c.thing_id.foreign_keys])
    print(conn.exec_driver_sql("SELECT 1 + 1").scalar(), conn.exec_driver_sql("SELECT ?", (5,)).scalar())
    print(conn.in_transaction())
url = sa.make_url("postgresql+asyncpg://u:p%40w@host:5432/db?x=1")
print(url, url.drivername, url.username, url.password, url.host, url.port, url.database, dict(url.query))
print(url.render_as_string(hide_password=False), url.set(drivername="postgresql").get_backend_name(), url.get_driver_name())
print(sa.engine.URL.create("sqlite", database="x.db"), repr(url))
