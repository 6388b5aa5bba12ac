"""Deleting an owner, merging, orphans."""

import sqlalchemy as sa
from sqlalchemy.orm import object_session

from blog import Post, User, session

s = session("sqlite://")
s.delete(s.get(User, 1))
s.commit()
print(s.query(Post).all(), s.get(User, 1))
m = s.merge(User(id=2, name="merged"))
s.flush()
print(m, s.query(User).order_by(User.id).all())
n = s.merge(User(name="new"))
s.flush()
print(n.id, object_session(n) is s, sa.inspect(n).persistent)
m.posts.clear()
s.commit()
print(s.query(Post).count())
