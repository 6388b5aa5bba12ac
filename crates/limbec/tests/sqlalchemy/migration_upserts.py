import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session
Base = declarative_base()
class Setting(Base):
    __tablename__ = "setting"
    key = sa.Column(sa.String(10), primary_key=True)
    value = sa.Column(sa.String(10))
    hits = sa.Column(sa.Integer, nullable=False, default=1)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
if e.dialect.name == "postgresql": from sqlalchemy.dialects.postgresql import insert
else: from sqlalchemy.dialects.sqlite import insert
with Session(e) as s:
    stmt = insert(Setting); stmt = stmt.on_conflict_do_update(index_elements=["key"], set_={"value": stmt.excluded.value, "hits": Setting.hits + 1})
    for rows in ([{"key": "a", "value": "1"}, {"key": "b", "value": "2"}], [{"key": "b", "value": "3"}, {"key": "c", "value": "4"}]): s.execute(stmt, rows)
    s.commit(); print([(x.key, x.value, x.hits) for x in s.query(Setting).order_by(Setting.key)])
    r = s.execute(insert(Setting).values([{"key": "c", "value": "9"}, {"key": "d", "value": "8"}]).on_conflict_do_nothing()); print(r.rowcount)
    one = s.scalars(insert(Setting).values(key="a", value="z").on_conflict_do_update(index_elements=[Setting.key], set_=dict(value="Z"), where=Setting.hits < 5).returning(Setting), execution_options={"populate_existing": True}).one(); print(one.key, one.value, one.hits)
    print(s.execute(insert(Setting).values(key="a", value="n").on_conflict_do_update(index_elements=[Setting.key], set_=dict(value="N"), where=Setting.hits > 5).returning(Setting.key)).all())
    s.commit(); print(s.execute(sa.select(Setting.key, Setting.value, Setting.hits).order_by(Setting.key)).all())
    src = sa.select((Setting.key + "2").label("k"), Setting.value).where(Setting.key < "c")
    print(s.execute(insert(Setting).from_select(["key", "value"], src).on_conflict_do_nothing(index_elements=["key"])).rowcount); s.commit()
    print(s.query(Setting.key).order_by(Setting.key).all(), s.get(Setting, "a2").hits)
    s.bulk_insert_mappings(Setting, [{"key": "m", "value": "1"}, {"key": "n"}]); s.bulk_update_mappings(Setting, [{"key": "m", "value": "2"}, {"key": "n", "hits": 6}])
    s.bulk_save_objects([Setting(key="o"), Setting(key="p", hits=3)]); s.commit()
    print(s.execute(sa.select(Setting.key, Setting.value, Setting.hits).where(Setting.key.between("m", "p")).order_by(Setting.key.desc())).all())
    s.execute(sa.update(Setting), [{"key": "m", "hits": 100}, {"key": "n", "hits": 101}]); s.commit(); print(s.scalars(sa.select(Setting.hits).where(Setting.hits >= 100).order_by(Setting.key)).all())
    print(sorted(s.scalars(sa.insert(Setting).returning(Setting.key), [{"key": "u"}, {"key": "v"}]).all()))
    tmp = sa.Table("tmp_keys", sa.MetaData(), sa.Column("k", sa.String(10)), prefixes=["TEMPORARY"]); c = s.connection(); tmp.create(c)
    c.execute(tmp.insert(), [{"k": "u"}, {"k": "v"}, {"k": "w"}])
    print(s.execute(sa.select(tmp.c.k).outerjoin(Setting, Setting.key == tmp.c.k).where(Setting.key.is_(None))).scalars().all(), s.execute(sa.delete(Setting).where(Setting.key.in_(sa.select(tmp.c.k)))).rowcount)
    print(s.execute(sa.update(Setting).where(Setting.key == tmp.c.k).values(hits=0)).rowcount if False else s.query(Setting).count())
    with s.no_autoflush: s.add(Setting(key="zz")); print(s.query(Setting).filter_by(key="zz").count())
    print(s.query(Setting).filter_by(key="zz").count()); f = s.execute(sa.select(Setting.key).order_by(Setting.key).limit(2)).freeze(); print(f().all(), f().scalars().all())
