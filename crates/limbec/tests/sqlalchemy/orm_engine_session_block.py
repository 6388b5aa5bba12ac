import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker, scoped_session, Session
Base = declarative_base()
class T(Base):
    __tablename__ = "t"
    id = sa.Column(sa.Integer, primary_key=True)
    n = sa.Column(sa.String)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
Maker = sessionmaker(bind=e, expire_on_commit=False)
with Maker.begin() as s: s.add(T(n="a"))
try:
    with Maker.begin() as s:
        s.add(T(n="b")); s.flush(); raise RuntimeError("x")
except RuntimeError as err: print(err)
with Maker() as s:
    print(s.query(T.n).all()); t = s.query(T).first(); t.n = "c"; s.commit()
print(t.n)
Scoped = scoped_session(Maker); Scoped.add(T(n="d")); Scoped.commit(); print(Scoped.query(T).count(), Scoped() is Scoped()); Scoped.remove()
with e.connect() as c:
    with c.begin():
        with Session(bind=c) as s:
            s.add(T(n="e")); s.commit()
            print(s.execute(sa.text("select count(*) from t")).scalar(), s.connection() is c, s.bind is c)
    print(c.execute(sa.text("select count(*) from t")).scalar())
s = Session(e); s.add(T(n="f")); s.flush(); s.rollback(); print(s.query(T).count())
with s.no_autoflush:
    s.add(T(n="g")); print(s.query(T).count(), len(s.new))
print(s.query(T).count()); s.close()
s.add(T(id=1, n="dup"))
try: s.commit()
except sa.exc.IntegrityError as err: s.rollback(); print(type(err.orig).__name__)
print(s.query(T).count(), s.in_transaction(), s.is_active)
