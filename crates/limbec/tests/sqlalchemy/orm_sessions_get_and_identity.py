import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session
Base = declarative_base()
class T(Base):
    __tablename__ = "t"
    a = sa.Column(sa.Integer, primary_key=True)
    b = sa.Column(sa.String, primary_key=True)
    v = sa.Column(sa.Integer, default=4)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s, s.begin():
    s.add_all([T(a=1, b="x"), T(a=1, b="y", v=9)])
with Session(e) as s:
    t = s.get(T, (1, "x")); print(t.v, s.get(T, {"a": 1, "b": "y"}).v, s.get(T, (2, "z")))
    print(s.get(T, (1, "x")) is t, s.query(T).get((1, "y")).v, sa.inspect(t).identity, sa.inspect(T).primary_key[1].name)
    t.v = None; s.commit(); print(s.execute(sa.text("select * from t order by b")).all())
    t.b = "z"; s.commit(); print(s.get(T, (1, "z")) is t, s.get(T, (1, "x")))
    s.execute(sa.update(T).where(T.b == "z").values(v=T.v + 1)); s.execute(sa.update(T).where(T.b == "z").values(v=5)); print(t.v)
    s.execute(sa.delete(T).where(T.b == "z")); print(t in s, s.query(T).count())
