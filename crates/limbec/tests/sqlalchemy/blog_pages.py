"""Pages of a result."""

from sqlalchemy import select

from blog import User, session

s = session("sqlite://")
print([u.id for u in s.query(User).order_by(User.id).yield_per(1)])
print([page for page in s.scalars(select(User.id).execution_options(yield_per=2).order_by(User.id)).partitions()])
for page in s.execute(select(User).order_by(User.id), execution_options={"yield_per": 2}).partitions():
    print(page)
print(list(s.scalars(select(User.name).order_by(User.id)).partitions(2)))
