import sqlalchemy as sa
from sqlalchemy.orm import *
Base = declarative_base()
class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    big = deferred(sa.Column(sa.String))
    small = sa.Column(sa.String)
    bs = relationship("B", back_populates="a", order_by="B.id")
class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
    a_id = sa.Column(sa.ForeignKey("a.id"))
    a = relationship("A", back_populates="bs")
    cs = relationship("C", back_populates="b", order_by="C.id")
class C(Base):
    __tablename__ = "c"
    id = sa.Column(sa.Integer, primary_key=True)
    b_id = sa.Column(sa.ForeignKey("b.id"))
    b = relationship("B", back_populates="cs")
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
s = Session(e)
s.add_all([A(big="b%d" % i, small="s", bs=[B(cs=[C(), C()]), B()]) for i in range(3)]); s.commit()
def show(q): return [[len(b.cs) for b in a.bs] for a in q]
for o in (selectinload(A.bs).selectinload(B.cs), joinedload(A.bs).joinedload(B.cs), subqueryload(A.bs).joinedload(B.cs), joinedload(A.bs).selectinload(B.cs), lazyload(A.bs), selectinload(A.bs).options(selectinload(B.cs))):
    s.expunge_all(); print(show(s.query(A).options(o).order_by(A.id)))
s.expunge_all(); print([b.a.small for b in s.query(B).options(joinedload(B.a))], [b.a.id for b in s.query(B).options(selectinload(B.a))])
s.expunge_all(); a = s.query(A).options(raiseload(A.bs)).first()
try: a.bs
except Exception as err: print(type(err).__name__, err)
print("big" in a.__dict__, a.big, "big" in a.__dict__, sa.inspect(a).unloaded)
s.expunge_all(); a = s.query(A).options(undefer(A.big)).first(); print("big" in a.__dict__)
a = s.query(A).options(noload(A.bs)).populate_existing().first(); print(a.bs)
s.expunge_all(); a = s.query(A).options(load_only(A.id)).first(); print(sorted(k for k in a.__dict__ if k[0] != "_"), a.small)
print(s.query(A).join(A.bs).options(contains_eager(A.bs)).filter(B.id == 1).populate_existing().one().bs[0].id)
print(s.scalars(sa.select(A).options(joinedload(A.bs))).unique().all()[0].id)
try: s.scalars(sa.select(A).options(joinedload(A.bs))).all()
except Exception as err: print(type(err).__name__, err)
