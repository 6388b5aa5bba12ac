import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, column_property, relationship
Base = declarative_base()
class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    n = sa.Column(sa.Integer)
class P(Base):
    __tablename__ = "p"
    id = sa.Column(sa.Integer, primary_key=True)
    x = sa.Column(sa.Integer)
    twice = column_property(x * 2)
    count = column_property(sa.select(sa.func.count(A.id)).scalar_subquery())
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    p = P(x=4); s.add_all([p, A(n=1)]); s.commit()
    print(p.twice, p.count, s.query(P).filter(P.twice == 8).count()); print(sa.select(P))
    p.x = sa.func.abs(-9); s.commit(); print(p.x); p.x = P.x + 1; s.flush(); print(p.x, p.twice)
    a = A(n=sa.select(sa.func.max(P.x)).scalar_subquery()); s.add(a); s.flush(); print(a.n)
