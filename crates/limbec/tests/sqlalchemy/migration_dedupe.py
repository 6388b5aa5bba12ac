import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, relationship, aliased
Base = declarative_base()
post_tag = sa.Table("post_tag", Base.metadata, sa.Column("post_id", sa.ForeignKey("post.id"), primary_key=True), sa.Column("tag_id", sa.ForeignKey("tag.id"), primary_key=True))
class Tag(Base):
    __tablename__ = "tag"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(20), nullable=False)
    def __repr__(self): return f"<{self.id} {self.name}>"
class Post(Base):
    __tablename__ = "post"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.String(20))
    tags = relationship(Tag, secondary=post_tag, backref="posts", order_by=Tag.id)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    t = [Tag(name=n) for n in ("red", "Red", "blue", "RED", "green", "Blue")]
    s.add_all(t); s.flush()
    s.add_all([Post(title="p1", tags=[t[0], t[2]]), Post(title="p2", tags=[t[1], t[3], t[5]]), Post(title="p3", tags=[t[4]]), Post(title="p4")])
    s.commit()
    keep = {}
    for tag in s.query(Tag).order_by(Tag.id):
        first = keep.setdefault(tag.name.lower(), tag)
        if first is tag:
            tag.name = tag.name.lower(); continue
        for post in list(tag.posts):
            if first not in post.tags: post.tags.append(first)
            post.tags.remove(tag)
        s.delete(tag)
    s.commit()
    print(s.query(Tag).order_by(Tag.id).all(), s.execute(sa.select(post_tag).order_by(*post_tag.c)).all())
    print([(p.title, p.tags) for p in s.query(Post).order_by(Post.id)])
    s.execute(sa.insert(Tag), [{"name": "green"}, {"name": "green"}, {"name": "x"}])
    low = sa.select(sa.func.min(Tag.id)).group_by(Tag.name)
    print(s.query(Tag).filter(Tag.id.not_in(low)).delete(synchronize_session=False)); s.commit()
    ranked = sa.select(Tag.id, sa.func.row_number().over(partition_by=sa.func.length(Tag.name), order_by=Tag.id.desc()).label("n")).subquery()
    print(s.execute(sa.select(Tag.name, ranked.c.n).join(ranked, ranked.c.id == Tag.id).order_by(Tag.id)).all())
    other = aliased(Tag)
    print(s.execute(sa.select(Tag.name, other.name).join(other, sa.and_(other.id > Tag.id, sa.func.length(other.name) == sa.func.length(Tag.name))).order_by(Tag.id)).all())
    print(s.query(Post.title, sa.func.count(post_tag.c.tag_id)).outerjoin(post_tag, post_tag.c.post_id == Post.id).group_by(Post.id, Post.title).having(sa.func.count(post_tag.c.tag_id) > 0).order_by(Post.title).all())
    print(s.query(Post).filter(~Post.tags.any()).one().title, s.query(Post).filter(Post.tags.any(Tag.name == "blue")).count(), s.query(Tag).filter(Tag.posts.any(Post.title.like("p%"))).count())
    s.execute(post_tag.insert().from_select(["post_id", "tag_id"], sa.select(Post.id, Tag.id).where(Post.title == "p4", Tag.name.in_(["red", "blue"])))); s.commit()
    print([t.name for t in s.query(Post).filter_by(title="p4").one().tags])
    up = sa.update(Tag).where(Tag.id == sa.select(sa.func.max(Tag.id)).scalar_subquery()).values(name=Tag.name + "!").returning(Tag.id, Tag.name)
    print([tuple(r)[1] for r in s.execute(up)])
