"""DELETE of a class while its objects are in the session."""

import sqlalchemy as sa
from sqlalchemy import select

from blog import Post, User, session

s = session("sqlite://")
us = s.scalars(select(User).order_by(User.id)).all()
print(us[1].posts)
s.execute(sa.delete(Post).where(Post.title == "z"))
s.expire_all()
print(us[1].posts)
print(s.query(Post).filter(Post.title == "x").delete(synchronize_session=False), s.query(Post).count())
print(s.query(Post).delete(), s.query(Post).all())
