"""Conditions on related objects."""


from blog import Post, User, session

s = session("sqlite://")
print(s.query(User).filter(User.posts.any(Post.title == "z")).all())
print(s.query(User).filter(~User.posts.any()).all(), s.query(Post).filter(Post.user.has(name="a")).order_by(Post.id).all())
print(s.query(Post).filter(Post.user == s.get(User, 1)).order_by(Post.id).all())
print(s.query(User).filter(User.posts.contains(s.get(Post, 3))).all())
print(s.query(User).filter(User.id.in_(s.query(Post.user_id))).count())
print(s.query(User).with_entities(User.id).order_by(User.id.desc()).limit(1).scalar())
