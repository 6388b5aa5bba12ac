"""UPDATE of a class while its objects are in the session."""

import sqlalchemy as sa
from sqlalchemy import select

from blog import User, session

s = session("sqlite://")
us = s.scalars(select(User).order_by(User.id)).all()
print(s.execute(sa.update(User).where(User.score < 3).values(score=User.score + 10)).rowcount, us)
s.execute(sa.update(User).where(User.score < 3).values(score=99))
print(us[0].score, us[1].score)
s.execute(
    sa.update(User).where(User.name == "b").values(nick="q"),
    execution_options={"synchronize_session": "fetch"},
)
print(us[1].nick)
s.execute(
    sa.update(User).where(User.name == "b").values(nick="w"),
    execution_options={"synchronize_session": False},
)
print(us[1].nick)
s.expire_all()
print(us[1].nick)
