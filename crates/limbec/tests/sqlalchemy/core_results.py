# core results
import sqlalchemy as sa, enum, datetime, decimal, uuid
m = sa.MetaData()
class K(enum.Enum):
    a = 1
    b = 2
class Up(sa.TypeDecorator):
    impl = sa.String
    cache_ok = True
    def process_bind_param(self, v, d): return None if v is None else v.lower()
    def process_result_value(self, v, d): return None if v is None else v.upper()
n = [0]
def count(): n[0] += 1; return n[0]
def ctx(c): return c.get_current_parameters()["s"] + "?"
t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("s", sa.String), sa.Column("k", sa.Enum(K)), sa.Column("b", sa.Boolean),
  sa.Column("d", sa.DateTime), sa.Column("dd", sa.Date), sa.Column("tt", sa.Time), sa.Column("n", sa.Numeric(8, 2)), sa.Column("j", sa.JSON), sa.Column("bin", sa.LargeBinary),
  sa.Column("u", sa.Uuid), sa.Column("iv", sa.Interval), sa.Column("up", Up), sa.Column("cnt", sa.Integer, default=count), sa.Column("c2", sa.String, default=ctx), sa.Column("upd", sa.Integer, onupdate=lambda: 7), sa.Column("f", sa.Float))
e = sa.create_engine("sqlite://")
with e.connect() as c:
    m.create_all(c)
    r = c.execute(t.insert(), dict(s="x", k=K.b, b=True, d=datetime.datetime(2020,1,2,3,4,5,6), dd=datetime.date(2020,1,1), tt=datetime.time(1,2), n=decimal.Decimal("1.5"), j={"a": [1]}, bin=b"ab", u=uuid.UUID(int=5), iv=datetime.timedelta(days=1, seconds=2), up="AbC", f=1.5))
    print(r.inserted_primary_key, r.lastrowid, r.rowcount, r.inserted_primary_key.id, r.is_insert, r.returns_rows)
    c.execute(t.insert(), [dict(s="y"), dict(s="z")])
    print(c.execute(sa.select(t)).first())
    print(c.execute(sa.select(t.c.s, t.c.cnt, t.c.c2, t.c.upd)).all())
    print(c.execute(t.update().where(t.c.s == "y").values(b=False)).rowcount, c.execute(sa.select(t.c.upd, t.c.b).order_by(t.c.id)).all())
    print(c.execute(sa.text("select * from t where s='x'")).first())
    r = c.execute(sa.select(t.c.id, t.c.s).order_by(t.c.id)); print(r.keys(), list(r.keys()))
    row = r.fetchone(); print(row, row.id, row[1], row[-1], row[0:1], row._mapping, row._asdict(), row._fields, len(row), tuple(row), row == (1, "x"), row < (2, "a"), hash(row) == hash((1, "x")), "x" in row, row.count(1), row.index("x"))
    i, s = row; print(i, s, row._mapping[t.c.s], row._mapping["id"], list(row._mapping.keys()), "id" in row._mapping, dict(row._mapping), row._tuple())
    print(r.fetchmany(1), r.fetchall(), r.fetchone())
    try: row["s"]
    except Exception as x: print(type(x).__name__, x)
    try: row.zz
    except Exception as x: print(type(x).__name__, x)
    try: row._mapping["zz"]
    except Exception as x: print(type(x).__name__, x)
    print(c.execute(sa.select(t.c.s)).scalars().all(), c.execute(sa.select(t.c.s, t.c.id)).scalars(1).all(), c.execute(sa.select(t.c.s, t.c.id)).scalars("id").first())
    print(c.execute(sa.select(t.c.s)).mappings().all(), c.execute(sa.select(t.c.s)).mappings().first()["s"])
    print(c.scalar(sa.select(sa.func.count()).select_from(t)), c.scalars(sa.select(t.c.id)).all(), c.execute(sa.select(t.c.s).where(t.c.id == 99)).scalar())
    print([p for p in c.execute(sa.select(t.c.id)).partitions(2)], c.execute(sa.select(t.c.b)).unique().all(), c.execute(sa.select(t.c.id, t.c.s)).columns("s").all(), c.execute(sa.select(t.c.id)).tuples().all())
    for f in ("one", "scalar_one", "scalar_one_or_none", "one_or_none"):
        try: print(getattr(c.execute(sa.select(t.c.id)), f)())
        except Exception as x: print(type(x).__name__, x)
        try: print(getattr(c.execute(sa.select(t.c.id).where(t.c.id == 99)), f)())
        except Exception as x: print(type(x).__name__, x)
    r = c.execute(sa.select(t.c.id)); r.first()
    try: r.first()
    except Exception as x: print(type(x).__name__, x)
    try: c.execute(t.delete().where(t.c.id == 3)).all()
    except Exception as x: print(type(x).__name__, x)
    print(c.execute(sa.text("select s, d as dd from t where id in :ids").bindparams(sa.bindparam("ids", expanding=True)), {"ids": [1, 2]}).all())
    print(c.execute(sa.text("select s, d as dd from t").columns(s=sa.String, dd=sa.DateTime)).all())
    print(c.execute(t.insert().values(s="r").returning(t.c.id, t.c.s)).one(), c.execute(t.update().where(t.c.s == "r").values(s="rr").returning(t)).first().s, c.execute(t.delete().where(t.c.s == "rr").returning(t.c.id)).scalar())
    print(c.execute(t.insert().returning(t.c.id, t.c.cnt), [{"s": "1"}, {"s": "2"}]).all())
    print(c.execute(t.insert().values([{"s": "m1"}, {"s": "m2"}])).rowcount, c.execute(sa.select(t.c.cnt).where(t.c.s.like("m%"))).all())
    print(c.exec_driver_sql("select count(*) from t where id > ?", (1,)).scalar(), c.execute(sa.select(sa.literal(1).label("one"), sa.literal("x"), sa.null(), sa.true())).first())
    for x in c.execute(sa.select(t.c.id).limit(2)): print(x, end=" ")
    with c.begin_nested() as sp: c.execute(t.delete()); sp.rollback()
    print(c.scalar(sa.select(sa.func.count(t.c.id))))
    print(c.execute(sa.select(t.c.id, t.c.s.label("id"))).first(), c.execute(sa.select(t.c.id).where(t.c.id.in_([]))).all())
    try: c.execute(t.insert().values(id=1, s='s', c2='c'))
    except sa.exc.IntegrityError as x: print(x)
    try: c.execute(sa.text("select :a"))
    except Exception as x: print(type(x).__name__, x)
