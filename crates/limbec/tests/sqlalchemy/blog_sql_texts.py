"""What queries look like."""

import sqlalchemy as sa
from sqlalchemy import select
from sqlalchemy.orm import aliased

from blog import Post, User, session

s = session("sqlite://")
print(select(User.id).join(User.posts).where(Post.title.in_(["x"])))
print(s.query(User.id).filter(User.name.like("a%")).order_by(User.score.desc()).limit(2))
print(s.query(User.name).filter(sa.or_(User.name == "a", User.nick.is_(None))))
print(select(User.id).where(User.posts.any()))
print(select(User.id).with_statement_hint("HINT").where(User.score > 1))
a = aliased(User, name="x")
print(select(a.id, a.label).where(a.above(2)))
