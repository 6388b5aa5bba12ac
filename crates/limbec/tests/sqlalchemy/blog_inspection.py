"""What inspect() says of objects."""

import sqlalchemy as sa

from blog import User, session

s = session("sqlite://")
u = User(name="sd")
print(sa.inspect(u).transient, sa.inspect(u).identity)
s.add(u)
print(sa.inspect(u).pending)
s.flush()
state = sa.inspect(u)
print(type(u.created).__name__, u.score, u.id, state.attrs.name.history, state.identity)
u.name = "other"
print(state.attrs.name.history, state.modified, state.persistent, sa.inspect(User).relationships.keys())
print([c.key for c in sa.inspect(User).mapper.column_attrs], sa.inspect(User).mapper is sa.inspect(User))
s.rollback()
print(sa.inspect(u).transient)
