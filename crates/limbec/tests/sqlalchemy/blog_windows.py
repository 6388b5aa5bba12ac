"""Window functions, CTEs and correlated subqueries over classes."""

import sqlalchemy as sa
from sqlalchemy import func, select

from blog import Post, User, session

s = session("sqlite://")
ranked = select(Post.id, func.row_number().over(partition_by=Post.user_id, order_by=Post.id.desc()).label("n")).cte("ranked")
print(s.execute(select(Post.title).join(ranked, ranked.c.id == Post.id).where(ranked.c.n == 1).order_by(Post.id)).all())
chain = select(sa.literal(1).label("i")).cte("chain", recursive=True)
chain = chain.union_all(select(chain.c.i + 1).where(chain.c.i < 4))
print(s.scalars(select(chain.c.i).order_by(chain.c.i)).all())
last = select(func.max(Post.title)).where(Post.user_id == User.id).scalar_subquery()
print(s.execute(select(User.name, func.coalesce(last, "-")).order_by(User.id)).all())
s.execute(sa.update(User).values(nick=last), execution_options={"synchronize_session": False})
print(s.execute(select(User.id, User.nick).order_by(User.id)).all())
print(s.execute(select(func.count().filter(User.score > 0), func.sum(sa.case((User.score > 2, 1), else_=0))).select_from(User)).one())
