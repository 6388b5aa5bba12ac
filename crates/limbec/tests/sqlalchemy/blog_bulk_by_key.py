"""UPDATE of many rows by primary key, beside objects that the session has."""

import sqlalchemy as sa

from blog import User, session

s = session("sqlite://")
us = s.query(User).order_by(User.id).all()
s.execute(sa.update(User), [{"id": 1, "name": "a1"}, {"id": 2, "name": "b1"}])
print(us)
print(s.query(User).order_by(User.id).all())
s.bulk_update_mappings(User, [{"id": 1, "name": "aa"}, {"id": 2, "score": 50}])
s.commit()
print(s.query(User).order_by(User.id).all())
