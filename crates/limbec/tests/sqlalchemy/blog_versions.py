"""`version_id_col`: a change counts, a row that another has changed stops the flush."""

import sqlalchemy as sa
from sqlalchemy.orm import exc

from blog import Post, session

s = session("sqlite://")
p = s.get(Post, 1)
print(p.version)
p.title = "changed"
s.flush()
print(p.version)
s.commit()
print(p.version, s.execute(sa.text("select version from posts where id = 1")).scalar())
s.get(Post, 2).title = "also"
s.get(Post, 3).title = "and this"
s.commit()
print([(q.id, q.version) for q in s.query(Post).order_by(Post.id)])
s.execute(sa.text("update posts set version = 77 where id = 1"))
p.title = "again"
try:
    s.flush()
except exc.StaleDataError as problem:
    print(problem)
    s.rollback()
print(p.title, p.version)
q = s.get(Post, 2)
s.execute(sa.text("update posts set version = 78 where id = 2"))
s.delete(q)
try:
    s.flush()
except exc.StaleDataError as problem:
    print(problem)
    s.rollback()
s.delete(s.get(Post, 2))
s.commit()
print(s.query(Post.id).order_by(Post.id).all())
