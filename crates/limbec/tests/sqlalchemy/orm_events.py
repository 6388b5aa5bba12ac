import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import declarative_base, Session
Base = declarative_base()
class T(Base):
    __tablename__ = "t"
    id = sa.Column(sa.Integer, primary_key=True)
    n = sa.Column(sa.String)
@event.listens_for(T, "before_insert")
def bi(mapper, conn, t): t.n = (t.n or "") + "+"; print("bi", t.n)
@event.listens_for(T, "after_insert")
def ai(mapper, conn, t): print("ai", t.id)
@event.listens_for(T, "before_update")
def bu(mapper, conn, t): print("bu", t.n)
@event.listens_for(T, "before_delete")
def bd(mapper, conn, t): print("bd", t.n)
@event.listens_for(T.n, "set")
def st(t, value, old, initiator): print("set", value)
@event.listens_for(Session, "before_flush")
def bf(session, ctx, instances): print("bf", len(session.new), len(session.dirty))
@event.listens_for(Session, "after_commit")
def ac(session): print("ac")
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    t = T(n="x"); s.add(t); s.commit(); t.n = "y"; s.commit(); s.delete(t); s.commit()
