"""One row, no row, too many."""

import sqlalchemy as sa
from sqlalchemy import func, select

from blog import User, session

s = session("sqlite://")
print(s.query(sa.exists().where(User.name == "a")).scalar(), s.query(s.query(User).filter_by(name="a").exists()).scalar())
print(s.scalar(select(func.count()).select_from(User)), s.query(func.max(User.score), func.min(User.id)).one())
print(s.query(User.id).order_by(User.id).slice(1, 2).all(), s.query(User).order_by(User.id)[1:3], s.query(User).order_by(User.id)[0])
for method in ("one", "one_or_none", "scalar"):
    for name in ("a", "zz", None):
        query = s.query(User) if name is None else s.query(User).filter_by(name=name)
        try:
            print(method, name, getattr(query, method)())
        except sa.exc.InvalidRequestError as problem:
            print(method, name, type(problem).__name__, problem)
print(s.query(User.name).filter(User.id == 1).scalar(), s.query(User).filter_by(name="zz").first())
