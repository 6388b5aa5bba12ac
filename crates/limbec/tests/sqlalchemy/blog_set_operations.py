"""UNION and its kin of queries."""

import sqlalchemy as sa
from sqlalchemy import func, select

from blog import Post, User, session

s = session("sqlite://")
print(s.query(User).union(s.query(User)).count())
print(sorted(s.query(User.id).union_all(s.query(Post.id)).all()))
one = select(User.name.label("n")).where(User.id < 3)
two = select(Post.title.label("n"))
print(s.execute(sa.union(one, two).order_by("n")).all())
print(s.execute(sa.except_(select(User.id), select(Post.user_id)).order_by("id")).scalars().all())
whole = sa.union_all(select(User.id.label("i")), select(Post.id.label("i"))).subquery()
print(s.execute(select(whole.c.i, func.count()).group_by(whole.c.i).order_by(whole.c.i)).all())
