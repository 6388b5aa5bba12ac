"""When a transaction begins."""

import sqlalchemy as sa

from blog import Base, session

s = session("sqlite://")
c = s.get_bind().connect()
print(c.in_transaction())
found = sa.inspect(c)
print(c.in_transaction(), "users" in found.get_table_names(), c.in_transaction())
try:
    c.begin()
except sa.exc.InvalidRequestError as problem:
    print(str(problem)[:60])
c.rollback()
print(c.in_transaction())
t = sa.Table("users", sa.MetaData(), autoload_with=c)
print(t.c.keys(), c.in_transaction())
c.rollback()
Base.metadata.create_all(c)
print(c.in_transaction())
c.rollback()
print(sa.inspect(s.get_bind()).has_table("posts"), c.in_transaction())
c.close()
