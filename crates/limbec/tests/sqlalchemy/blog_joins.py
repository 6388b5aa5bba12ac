"""Joins, aliases, subqueries."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from blog import Post, User, session

s = session("sqlite://")
found = s.execute(
    select(User.name, func.count(Post.id).label("n")).join(User.posts).group_by(User.name).order_by(User.name)
)
for row in found:
    print(row, row.n)
a = aliased(User)
print(s.execute(select(User.name, a.name).join(a, a.id > User.id).order_by(User.id, a.id)).all())
print(s.query(User, Post).join(Post, Post.user_id == User.id).order_by(Post.id).all())
print(s.query(User).outerjoin(User.posts).filter(Post.id == None).all())
latest = s.query(Post.user_id, func.max(Post.id).label("mx")).group_by(Post.user_id).subquery()
print(s.query(User.name, latest.c.mx).join(latest, latest.c.user_id == User.id).order_by(User.id).all())
print(s.query(User).select_from(Post).join(Post.user).distinct().order_by(User.id).all())
print(s.query(User).join(User.posts.and_(Post.title == "x")).all())
