"""Statements that go to a PostgreSQL server with their values, and what comes back."""

import datetime, decimal, uuid, json
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from alembic import op
import psycopg2
from psycopg2 import errors, extensions
from psycopg2.errorcodes import DUPLICATE_OBJECT, UNIQUE_VIOLATION
revision = "online_driver"
down_revision = None
U = uuid.UUID(int=5)
DT = datetime.datetime(2020,1,2,3,4,5,6)
DTZ = datetime.datetime(2020,1,2,3,4,5,6,tzinfo=datetime.timezone.utc)
t = sa.table("t", sa.column("id", sa.Integer), sa.column("s", sa.String), sa.column("f", sa.Float), sa.column("n", sa.Numeric(10,2)), sa.column("b", sa.Boolean), sa.column("d", sa.Date), sa.column("ts", sa.DateTime), sa.column("tz", sa.DateTime(timezone=True)), sa.column("iv", sa.Interval), sa.column("u", sa.Uuid), sa.column("by", sa.LargeBinary), sa.column("j", sa.JSON), sa.column("jb", pg.JSONB), sa.column("arr", pg.ARRAY(sa.Integer)), sa.column("tarr", pg.ARRAY(sa.Text)), sa.column("p%", sa.Integer))
FULL = dict(id=1, s="it's 50% \\ :x", f=1.5, n=decimal.Decimal("-1.50"), b=True, d=datetime.date(2020,1,2), ts=DT, tz=DTZ, iv=datetime.timedelta(days=-1, seconds=5), u=U, by=b"\x00\xff'", j={"a":[1,None]}, jb=["x%", {"y": 1}], arr=[1,-2], tarr=["a'b", None, "c%"])
c = None
def attempt(name, run):
    sp = c.begin_nested()
    try:
        r = run()
        if hasattr(r, "returns_rows"):
            if r.returns_rows:
                r = ("rows", [tuple(x) for x in r.fetchall()])
            else:
                r = ("rowcount", r.rowcount)
        sp.commit()
        print(name, "=>", repr(r))
    except Exception as e:
        sp.rollback()
        print(name, "!!", type(e).__name__, "|", str(e).replace("\n", "\\n"))
        o = getattr(e, "orig", None)
        if hasattr(o, "pgcode"):
            print("    orig", type(o).__module__, type(o).__name__, "|", str(o).replace("\n", "\\n"), "| pgcode", getattr(o, "pgcode", None))

def upgrade():
    global c
    c = op.get_bind()
    op.execute('CREATE TABLE t (id int, s text, f float8, n numeric(10,2), b bool, d date, ts timestamp, tz timestamptz, iv interval, u uuid, by bytea, j json, jb jsonb, arr int[], tarr text[], "p%" int)')
    op.execute("SET TimeZone TO 'UTC'")
    attempt("insert", lambda: c.execute(t.insert().values(**FULL)))
    attempt("select", lambda: c.execute(sa.select(t)))
    attempt("raw", lambda: c.execute(sa.text("select id, s, f, n, b, d, ts, tz, iv, u, j, jb, arr, tarr from t")))
    attempt("raw2", lambda: c.exec_driver_sql("select 'a%%', %(x)s, %(y)s", {"x": "it's \\", "y": None}))
    attempt("raw3", lambda: c.exec_driver_sql("select %s, %s", (1, "x")))
    attempt("raw4", lambda: c.exec_driver_sql("select 'a%%'"))
    attempt("raw5", lambda: c.exec_driver_sql("select 'a%'"))
    attempt("raw6", lambda: c.exec_driver_sql("select %(x)s", {"y": 1}))
    attempt("raw7", lambda: c.exec_driver_sql("select %s", (1, 2)))
    attempt("raw8", lambda: c.exec_driver_sql("select 1 where 1 in %s", ((1, 2),)))
    attempt("raw9", lambda: c.exec_driver_sql("select %s = any(%s)", (1, [1, 2])))
    attempt("raw10", lambda: c.exec_driver_sql("select %s, %s, %s", (DT, DTZ, U)))
    attempt("raw11", lambda: c.exec_driver_sql("select pg_typeof(%s), pg_typeof(%s), pg_typeof(%s), pg_typeof(%s)::text", (1.5, decimal.Decimal("1.5"), "x", 10**12)))
    attempt("many1", lambda: c.exec_driver_sql("insert into t (id, s) values (%(a)s, %(b)s)", [{"a": 10, "b": "x"}, {"a": 11, "b": "y%"}]))
    attempt("many2", lambda: c.exec_driver_sql("insert into t (id, s) values (%s, %s)", [(12, "x"), (13, "y%")]))
    attempt("many3", lambda: c.execute(t.insert(), [{"id": 20, "s": "x"}, {"id": 21, "s": "y"}]))
    attempt("many4", lambda: c.execute(t.update().where(t.c.id == sa.bindparam("i")).values(s=sa.bindparam("v")), [{"i": 20, "v": "a"}, {"i": 21, "v": "b"}]))
    attempt("many5", lambda: c.execute(sa.text("insert into t (id, s) values (:a, :b)"), [{"a": 30, "b": "x"}, {"a": 31, "b": "y"}]))
    attempt("many6", lambda: c.execute(t.insert(), [{"id": i, "s": "x"} for i in range(100, 2600)]))
    attempt("count", lambda: c.execute(sa.text("select count(*), sum(id) from t")).fetchall())
    attempt("many8", lambda: c.execute(t.update().where(t.c.id == sa.bindparam("i")).values(nope=sa.bindparam("v")), [{"i": 20, "v": "a"}, {"i": 21, "v": "b"}]))
    attempt("many9", lambda: c.execute(sa.text("update t set nope = :v where id = :i"), [{"i": 20, "v": "a"}, {"i": 21, "v": "b"}]))
    attempt("bulk", lambda: op.bulk_insert(t, [{"id": 40, "s": "x", "p%": 1}, {"id": 41, "s": "y", "p%": 2}]))
    attempt("bulk1", lambda: op.bulk_insert(t, [{"id": 42, "s": "x", "j": {"a": 1}, "arr": [], "tarr": ["x"]}]))
    attempt("bulk2", lambda: op.bulk_insert(t, [{"id": 43, "j": None, "jb": None}, {"id": 44, "j": {"a": "%"}, "jb": [1]}]))
    attempt("bulkerr2", lambda: op.bulk_insert(sa.table("nope", sa.column("a")), [{"a": i} for i in range(120)]))
    attempt("bulksel", lambda: c.execute(sa.text('select id, s, j, jb, arr, tarr, "p%" from t where id between 40 and 44 order by id')).fetchall())
    attempt("in", lambda: c.execute(sa.select(t.c.id).where(t.c.id.in_([1, 10, 11])).order_by(t.c.id)))
    attempt("in0", lambda: c.execute(sa.select(t.c.id).where(t.c.id.in_([]))))
    attempt("intup", lambda: c.execute(sa.select(t.c.id).where(sa.tuple_(t.c.id, t.c.s).in_([(10, "x"), (11, "z")]))))
    attempt("inbind", lambda: c.execute(sa.text("select id from t where id in :ids order by id").bindparams(sa.bindparam("ids", expanding=True)), {"ids": [1, 10]}))
    attempt("intext", lambda: c.execute(sa.text("select id from t where id in :ids order by id"), {"ids": (1, 10)}))
    attempt("anytext", lambda: c.execute(sa.text("select id from t where id = any(:ids) order by id"), {"ids": [1, 10]}))
    attempt("like", lambda: c.execute(sa.select(t.c.id).where(t.c.s.like("it%"))))
    attempt("cont", lambda: c.execute(sa.select(t.c.id).where(t.c.s.contains("50%", autoescape=True))))
    attempt("text%", lambda: c.execute(sa.text("select count(*) from t where s like 'it%' and s like :p"), {"p": "%50%"}).scalar())
    attempt("mod", lambda: c.execute(sa.select(t.c.id % 7).where(t.c.id == 10)).scalar())
    attempt("ret", lambda: c.execute(t.insert().values(id=50).returning(t.c.id, t.c.s)))
    attempt("upd", lambda: c.execute(t.update().where(t.c.id == 50).values(tz=DTZ, u=U, iv=datetime.timedelta(1))))
    attempt("updtext", lambda: c.execute(sa.text("update t set j = :j, u = :u, b = :b where id = 50"), {"j": json.dumps({"a": 1}), "u": str(U), "b": False}))
    attempt("jsonb", lambda: c.execute(sa.select(t.c.jb[0]).where(t.c.id == 1)).scalar())
    attempt("cast", lambda: c.execute(sa.text("select CAST(:x AS jsonb), :y ::int"), {"x": '{"a": 1}', "y": "5"}).fetchall())
    attempt("arr", lambda: c.execute(sa.select(t.c.arr, t.c.tarr).where(t.c.arr.contains([1]))).fetchall())
    attempt("date", lambda: c.execute(sa.select(t.c.id).where(t.c.ts == DT)).fetchall())
    attempt("uuid", lambda: c.execute(sa.select(t.c.u).where(t.c.u == U)).scalar())
    attempt("funcs", lambda: c.execute(sa.select(sa.func.coalesce(sa.null(), 5), sa.func.lower("ABC"), sa.literal(1.5), sa.literal("x"))).fetchall())
    attempt("err1", lambda: c.execute(sa.text("select * from nope where x = :a and y = '50%'"), {"a": "v"}))
    attempt("err2", lambda: c.execute(sa.select(sa.table("nope", sa.column("a")).c.a).where(sa.column("a") == U)))
    attempt("err3", lambda: op.execute("insert into t (nope) values (1)"))
    attempt("err4", lambda: op.add_column("t", sa.Column("id", sa.Integer(), server_default=sa.text("'5%'"))))
    attempt("err5", lambda: op.create_table("t", sa.Column("x%", sa.String(5), server_default="50%")))
    attempt("err6", lambda: c.execute(sa.text("insert into t (id) values (:x)"), {"x": "abc"}))
    attempt("err7", lambda: c.execute(sa.text("insert into t (s) values (:x)"), {"x": "a\0b"}))
    attempt("err9", lambda: c.execute(sa.text("")))
    attempt("err11", lambda: c.execute(t.insert().values(id=1, s="x" * 400).returning(sa.column("nope"))))
    attempt("err12", lambda: c.exec_driver_sql("insert into t (id) values (%s)", [(1,), ("x",)]))
    attempt("err13", lambda: c.execute(sa.text("select '2020-01-01 BC'::date")).scalar())
    attempt("err14", lambda: c.execute(sa.text("copy t from stdin")))
    attempt("err15", lambda: c.execute(sa.select(t.c.id).where(t.c.id.in_([1, 2])).where(sa.column("nope") == "x")))
    attempt("err16", lambda: c.execute(sa.text("do $$ begin raise exception 'own %', 1 using errcode = 'P0042', detail = 'd', hint = 'h'; end $$")))
    attempt("body", lambda: op.execute("create function f(a text) returns text language plpgsql as $b$ begin return format('%s :x %%', a); end $b$"))
    attempt("body2", lambda: c.execute(sa.text("select f('v')")).scalar())
    attempt("comment", lambda: op.execute("comment on table t is 'it''s 50% \\: done'"))
    attempt("several", lambda: c.execute(sa.text("select 1; select 2, 3")).fetchall())
    attempt("show", lambda: c.execute(sa.text("show transaction_isolation")).scalar())
    attempt("desc", lambda: list(c.execute(sa.text("select 1 as a, 2 as b, 3")).keys()))
    attempt("ivs", lambda: c.execute(sa.text("select interval '1 year 2 mons', interval '-1 day 02:00'")).fetchall())
    attempt("floats", lambda: c.execute(sa.text("select 1e30::float8, 'nan'::float8, 0.1::float4, 1.10::numeric")).fetchall())
    attempt("bytes", lambda: bytes(c.execute(sa.text("select '\\x00ff'::bytea")).scalar()))
    attempt("enumarr", lambda: c.execute(sa.text("select array['a'::\"char\"], array[1.5], array[]::int[]")).fetchall())

    def look(sql):
        sp = c.begin_nested()
        try:
            c.execute(sa.text(sql))
        except sa.exc.DBAPIError as e:
            sp.rollback()
            o = e.orig
            return (isinstance(o, errors.lookup(DUPLICATE_OBJECT)), isinstance(o, psycopg2.Error), isinstance(o, psycopg2.ProgrammingError), isinstance(o, errors.UndefinedTable), isinstance(o, extensions.QueryCanceledError), o.pgcode, o.pgerror, o.diag.message_primary, o.diag.constraint_name, o.diag.table_name, type(o).__mro__)
    op.execute("create type moody as enum ('a')")
    op.execute("create table uq (a int constraint uqa unique)")
    op.execute("insert into uq values (1)")
    attempt("psy1", lambda: look("create type moody as enum ('a')"))
    attempt("psy2", lambda: look("select * from nopeee"))
    attempt("psy3", lambda: look("insert into uq values (1)"))
    attempt("psy4", lambda: look("set local statement_timeout = 10; select pg_sleep(5)"))
    attempt("psy5", lambda: (DUPLICATE_OBJECT, UNIQUE_VIOLATION, errors.lookup("40001").__mro__))

def downgrade():
    pass
