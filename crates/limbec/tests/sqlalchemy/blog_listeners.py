"""Events of classes, sessions and attributes."""

import sqlalchemy as sa
from sqlalchemy import event

from blog import Base, User, session

s = session("sqlite://")
log = []
@event.listens_for(User, "before_insert")
def before(mapper, connection, target):
    target.nick = "from the event"
    log.append("before_insert")
@event.listens_for(User, "after_update")
def after(mapper, connection, target):
    log.append("after_update")
@event.listens_for(s, "before_flush")
def flush(session, context, instances):
    log.append(("before_flush", len(session.new), len(session.dirty)))
@event.listens_for(User.score, "set", retval=True)
def score(target, value, old, initiator):
    return value * 2
class Mixed(Base):
    __tablename__ = "mixed"
    id = sa.Column(sa.Integer, primary_key=True)
    kind = sa.Column(sa.String(5))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "base"}
class Special(Mixed):
    __mapper_args__ = {"polymorphic_identity": "sub"}
Base.metadata.create_all(s.connection())
event.listen(Mixed, "before_insert", lambda m, c, t: log.append("own " + t.kind))
event.listen(Mixed, "before_insert", lambda m, c, t: log.append("all " + t.kind), propagate=True)
s.add(User(name="ev", score=3))
s.commit()
s.add_all([Mixed(), Special()])
s.commit()
u = s.query(User).filter_by(name="ev").one()
u.score = 4
s.commit()
print(u.nick, u.score)
for line in log:
    print(line)
