"""begin_nested() of a session."""


from blog import User, session

s = session("sqlite://")
with s.begin_nested():
    s.add(User(name="kept"))
try:
    with s.begin_nested():
        s.add(User(name="lost"))
        s.flush()
        raise ValueError("x")
except ValueError as problem:
    print(problem)
print([u.name for u in s.query(User).order_by(User.id)])
n = s.begin_nested()
s.add(User(name="q"))
n.rollback()
print(s.query(User).count(), s.in_transaction(), s.in_nested_transaction())
s.commit()
print(s.query(User).count())
