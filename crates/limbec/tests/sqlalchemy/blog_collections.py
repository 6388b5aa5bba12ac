"""Collections that are changed in place."""


from blog import Post, User, session

s = session("sqlite://")
u = s.get(User, 1)
u.posts.pop()
s.commit()
print(s.query(Post).order_by(Post.id).all())
u.posts.append(Post(title="new"))
s.commit()
print([p.title for p in u.posts], u.posts[-1].user is u)
u.posts[:] = [Post(title="only")]
s.commit()
print([p.title for p in u.posts], s.query(Post).count())
b = s.get(User, 2)
u.posts.extend(list(b.posts))
s.commit()
print([p.title for p in u.posts], b.posts)
u.posts = []
s.commit()
print(s.query(Post).count())
