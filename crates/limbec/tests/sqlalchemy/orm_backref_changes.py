import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, relationship, backref, validates
Base = declarative_base()
class P(Base):
    __tablename__ = "p"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    kids = relationship("C", backref=backref("parent", lazy="joined"), order_by="C.id")
    @validates("name")
    def check(self, key, value):
        if value == "bad": raise ValueError("no " + key)
        return value.strip()
class C(Base):
    __tablename__ = "c"
    id = sa.Column(sa.Integer, primary_key=True)
    p_id = sa.Column(sa.ForeignKey(P.id))
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
s = Session(e)
p, q = P(name=" a "), P(name="q"); c = C(parent=p); print(p.name, p.kids == [c]); s.add_all([p, q]); s.commit()
try: P(name="bad")
except ValueError as err: print(err)
c.parent = q; print(p.kids, q.kids == [c]); s.commit(); print(c.p_id == q.id, p.kids, len(q.kids))
q.kids.append(C()); s.commit(); print([k.p_id for k in q.kids], s.query(C).filter_by(parent=q).count())
q.kids.remove(c); s.commit(); print(c.p_id, c.parent, len(q.kids))
c.p_id = p.id; s.commit(); print(c.parent is p, p.kids == [c])
p.kids = []; s.commit(); print(c.p_id)
s.delete(q); s.commit(); print([x.p_id for x in s.query(C)])
d = C(parent=None); s.add(d); s.commit(); print(d.id, d.parent)
