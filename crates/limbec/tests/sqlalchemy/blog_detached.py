"""Objects without a session."""

import sqlalchemy as sa
from sqlalchemy.orm import Session, exc, make_transient, sessionmaker

from blog import User, session

s = session("sqlite://")
made = sessionmaker(s.get_bind(), expire_on_commit=False)
print(made().expire_on_commit, s.expire_on_commit)
other = Session(s.connection(), expire_on_commit=False)
u = User(name="z")
other.add(u)
other.commit()
print(u.__dict__.get("name"), u in other)
other.close()
print(sa.inspect(u).detached, u.name)
try:
    u.posts
except exc.DetachedInstanceError as problem:
    print(str(problem).split(";")[0].split(" at ")[0])
v = s.get(User, 1)
s.expunge(v)
print(v in s, v.name)
make_transient(v)
print(sa.inspect(v).transient)
