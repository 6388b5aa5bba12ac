"""Objects from SQL of one's own."""

import sqlalchemy as sa
from sqlalchemy import select

from blog import User, session

s = session("sqlite://")
print(s.execute(sa.text("select name from users where id = :i"), {"i": 1}).scalar())
print(s.query(User).from_statement(select(User).where(User.id == 2)).all())
print(s.scalars(select(User).from_statement(sa.text("select * from users order by id desc"))).all())
print(s.execute(select(sa.text("name")).select_from(sa.text("users")).where(sa.text("id = :i")), {"i": 2}).all())
print(s.query(User.id).filter(sa.text("name = :n")).params(n="b").all())
print(s.query(User).filter(User.id == sa.bindparam("k")).params(k=3).all())
