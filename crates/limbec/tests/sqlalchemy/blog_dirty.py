"""What a session knows to be changed, and what it takes back."""

import sqlalchemy as sa

from blog import User, session

s = session("sqlite://")
u = s.get(User, 1)
u.name = "dirty"
print(u in s.dirty, s.is_modified(u), s.dirty)
s.expire(u)
print(u.name, s.is_modified(u))
u.name = u.name
print(s.is_modified(u))
u.name = None
try:
    s.flush()
except sa.exc.IntegrityError as problem:
    print(type(problem).__name__)
    s.rollback()
print(u.name)
u.score = 4
s.refresh(u)
print(u.score)
