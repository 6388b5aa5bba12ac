"""Query.update() with and without the session's objects."""


from blog import User, session

s = session("sqlite://")
u = s.query(User).filter_by(name="a").one()
print(s.query(User).filter(User.score > 0).update({"score": User.score * 2}, synchronize_session="fetch"), u.score)
print(s.query(User).filter(User.score > 0).update({User.score: 7}, synchronize_session=False), u.score)
s.refresh(u)
print(u.score)
print(s.query(User).filter(User.name.in_(["a", "c"])).update({"nick": None}), u.nick)
