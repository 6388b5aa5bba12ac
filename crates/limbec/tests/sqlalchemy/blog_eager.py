"""Ways to read relationships."""

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, load_only, selectinload, subqueryload

from blog import Post, User, session

s = session("sqlite://")
print(s.query(User).options(joinedload(User.posts)).order_by(User.id).all()[0].posts)
s.expunge_all()
print(s.scalars(select(User).options(selectinload(User.posts), load_only(User.name)).order_by(User.id)).all()[0].posts)
s.expunge_all()
print(s.query(User).options(subqueryload(User.posts)).order_by(User.id).first().posts)
s.expunge_all()
p = s.query(Post).options(joinedload(Post.user)).filter(Post.title == "z").one()
print("user" in p.__dict__, p.user)
print(s.query(Post).join(Post.user).options(contains_eager(Post.user)).order_by(Post.id).all()[0].user.name)
