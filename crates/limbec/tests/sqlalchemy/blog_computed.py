"""Hybrid attributes and attributes that are queries."""


from blog import Post, User, session

s = session("sqlite://")
print(s.query(User.label, User.post_count).order_by(User.id).all())
print(s.query(User).filter(User.above(3)).all(), [u.label for u in s.query(User).order_by(User.id)])
print([(u.name, u.post_count) for u in s.query(User).filter(User.post_count > 0).order_by(User.id)])
u = s.get(User, 3)
u.posts.append(Post(title="late"))
s.commit()
print(u.post_count, u.above(-1), User.above(3))
