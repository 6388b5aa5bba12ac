"""INSERT of many rows, with and without RETURNING."""

import sqlalchemy as sa

from blog import User, session

s = session("sqlite://")
s.execute(sa.insert(User), [{"name": "n1"}, {"name": "n2"}])
print(s.scalars(sa.insert(User).returning(User), [{"name": "n3"}, {"name": "n4"}]).all())
print(s.execute(sa.insert(User).values(name="n5").returning(User.id, User.name)).all())
s.bulk_insert_mappings(User, [{"name": "m1", "score": 3}])
s.bulk_save_objects([User(name="m2")])
print(s.query(User.name, User.score).order_by(User.id).all())
