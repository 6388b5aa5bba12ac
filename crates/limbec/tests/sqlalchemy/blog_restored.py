"""rollback() gives objects back as they were."""


from blog import User, session

s = session("sqlite://")
u = s.get(User, 1)
u.name, u.score = "gone", 9
s.flush()
new = User(name="never")
s.add(new)
s.flush()
print(s.query(User).count(), new.id is not None)
s.rollback()
print(u.name, u.score, new in s, s.query(User).count())
s.delete(u)
s.flush()
print(u in s, s.query(User).count())
s.rollback()
print(u in s, u.name, len(u.posts))
