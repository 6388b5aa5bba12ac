import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, relationship, exc as orm_exc
Base = declarative_base()
class T(Base):
    __tablename__ = "t"
    id = sa.Column(sa.Integer, primary_key=True)
    n = sa.Column(sa.String)
def say(f):
    try: print("fine", f())
    except Exception as err: print(type(err).__module__, type(err).__name__, str(err).split(" at 0x")[0])
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
s = Session(e)
say(lambda: T(zz=1)); say(lambda: s.add(3)); say(lambda: s.delete(T())); say(lambda: s.refresh(T())); say(lambda: s.expunge(T()))
say(lambda: s.execute("select 1")); say(lambda: s.query(T).filter_by(zz=1)); say(lambda: sa.inspect(3)); say(lambda: T.zz)
say(lambda: s.get(T, (1, 2))); say(lambda: s.query(T).limit(1).update({"n": 1})); say(lambda: Session().query(T).all())
t = T(id=1, n="a"); s.add(t); s.commit(); s2 = Session(e); say(lambda: s2.add(t))
s.execute(sa.text("delete from t")); say(lambda: t.n); s.rollback()
def bad():
    class X(Base):
        __tablename__ = "x"
        id = sa.Column(sa.Integer)
say(bad)
def bad2():
    class X(Base): id = sa.Column(sa.Integer, primary_key=True)
say(bad2)
