# transactions and states
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, sessionmaker, object_session, make_transient
Base = declarative_base()
class U(Base):
    __tablename__ = "u"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String, unique=True)
    def __repr__(self): return "U(%s)" % self.name
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with e.begin() as c:
    s = Session(bind=c)
    s.add(U(name="a")); s.commit()
    print(c.in_transaction(), c.execute(sa.text("select name from u")).all())
    s.close()
s = sessionmaker(bind=e)()
u = U(name="b"); s.add(u); print(u in s, s.new, list(s.dirty)); s.flush(); print(u.id, s.new)
st = sa.inspect(u); print(st.persistent, st.identity, st.transient)
u.name = "bb"; print(list(s.dirty), s.is_modified(u), sa.inspect(u).attrs.name.history)
s.rollback(); print(sa.inspect(u).transient, u in s, s.query(U).all())
a = s.query(U).one(); a.name = "zz"; s.rollback(); print(a.name)
try:
    s.add(U(name="a")); s.flush()
except sa.exc.IntegrityError as err:
    print(type(err).__name__, err.orig)
    s.rollback()
print(s.query(U).all())
with s.begin_nested():
    s.add(U(name="n"))
print(s.query(U).count())
try:
    with s.begin_nested():
        s.add(U(name="n"))
        s.flush()
except sa.exc.IntegrityError: print("again")
sp = s.begin_nested(); x = U(name="m"); s.add(x); s.flush(); sp.rollback(); print(s.query(U).order_by(U.name).all(), x in s)
s.commit()
a = s.get(U, 1); s.expunge(a); print(sa.inspect(a).detached, object_session(a)); a.name = "k"
m = s.merge(a); print(m is a, m.name); s.commit(); print(s.scalars(sa.select(U.name).order_by(U.name)).all())
s.refresh(m); print(m.name)
s.delete(m); print(list(s.deleted)); s.commit(); print(s.query(U).count(), sa.inspect(m).detached)
m2 = s.merge(U(id=50, name="fresh")); s.commit(); print(m2.id)
print(s.get(U, 99), s.get(U, 50).name)
try: s.get_one(U, 99)
except sa.exc.NoResultFound as err: print(err)
try: print(a.id, U(nope=1))
except TypeError as err: print(err)
s.close()
try:
    s2 = Session(e); q = s2.get(U, 50); s2.commit(); s2.close(); print(q.name)
except Exception as err: print(type(err).__name__, str(err).split(" at 0x")[0])
try: s.add(object())
except Exception as err: print(type(err).__name__, err)
try: s.query(U).one()
except Exception as err: print(type(err).__name__, err)
try: s.query(U).filter(U.name=="none").one()
except Exception as err: print(type(err).__name__, err)
print(s.query(U).filter(U.name=="none").one_or_none(), s.query(U).filter(U.name=="none").first(), s.query(U.name).filter(U.name=="none").scalar())
