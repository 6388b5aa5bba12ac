import sqlalchemy as sa
from sqlalchemy.orm import *
from sqlalchemy import event
Base = declarative_base()
class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    x = sa.Column(sa.String)
    y = sa.Column(sa.Integer, server_default="3")
    j = sa.Column(sa.JSON)
class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
    x = sa.Column(sa.String)
    d = sa.Column(sa.Integer, default=lambda: 5)
class C(Base):
    __tablename__ = "c"
    id = sa.Column(sa.String, primary_key=True)
    x = sa.Column(sa.String)
    d = sa.Column(sa.Integer, default=lambda: 5)
e = sa.create_engine("sqlite://")
Base.metadata.create_all(e)


with Session(e) as s:
    s.add_all([A(x="1"), A(x="2")]); s.flush()
    s.add(A(x="3", j=None)); s.flush()
    s.add_all([B(x="1"), B(x="2")]); s.flush()
    s.add(B(x="3")); s.flush()
    s.add_all([C(id="1"), C(id="2")]); s.flush()
    print(s.execute(sa.text("select * from a")).all())
    print(len(s.execute(sa.insert(A).returning(A), [{"x":"7"},{"x":"8"}]).scalars().all()))
    s.execute(sa.insert(A), [{"x":"7"},{"x":"8"}])
    s.bulk_insert_mappings(A, [{"x":"7"},{"x":"8"}])
    s.bulk_save_objects([B(x="z"), B(x="w")])
    s.commit()
    b = s.query(B).all()
    for q in b: q.x = q.x + "!"
    b[0].d = 9
    s.flush()
    for q in b[:2]: s.delete(q)
    s.flush()
    s.commit(); print([(x.id, x.x, x.d) for x in s.query(B).order_by(B.id)], s.query(A.id, A.x, A.y, A.j).order_by(A.id).all())
