import sqlalchemy as sa
from typing import Optional, List
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, Session, declared_attr, column_property, synonym, deferred
from sqlalchemy.ext.hybrid import hybrid_property
import enum, uuid, datetime
class Base(DeclarativeBase):
    pass
class Kind(enum.Enum):
    a = "A"
    b = "B"
class Stamp:
    created: Mapped[datetime.datetime] = mapped_column(default=datetime.datetime(2020,1,1))
    @declared_attr
    def owner_id(cls) -> Mapped[Optional[int]]:
        return mapped_column(sa.ForeignKey("users.id"))
class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(30))
    nick: Mapped[Optional[str]]
    kind: Mapped[Kind] = mapped_column(default=Kind.a)
    posts: Mapped[List["Post"]] = relationship(foreign_keys="Post.author_id", back_populates="author", cascade="all, delete-orphan")
    @hybrid_property
    def shown(self):
        return self.name + "!"
    @hybrid_property
    def upper(self):
        return self.name.upper()
    @upper.expression
    def upper(cls):
        return sa.func.upper(cls.name)
tags = sa.Table("post_tags", Base.metadata, sa.Column("post_id", sa.ForeignKey("posts.id"), primary_key=True), sa.Column("tag_id", sa.ForeignKey("tags.id"), primary_key=True))
class Post(Stamp, Base):
    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    body = deferred(sa.Column(sa.Text))
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id"))
    author: Mapped["User"] = relationship(back_populates="posts", foreign_keys=[author_id])
    tags: Mapped[List["Tag"]] = relationship(secondary=tags, backref="posts")
class Tag(Base):
    __tablename__ = "tags"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
for t in Base.metadata.sorted_tables:
    print(t.name, [(c.name, str(c.type), c.nullable, c.primary_key) for c in t.c])
e = sa.create_engine("sqlite://")
Base.metadata.create_all(e)
with Session(e) as s:
    t1 = Tag(name="x"); t2 = Tag(name="y")
    u = User(name="ann", posts=[Post(title="p1", tags=[t1, t2], body="long"), Post(title="p2")])
    s.add(u); s.commit()
    print(u.id, u.kind, u.shown, u.upper, u.posts[0].created, u.posts[0].body, [t.name for t in u.posts[0].tags])
    print(s.scalars(sa.select(User.upper)).all(), s.query(User).filter(User.shown == "ann!").count())
    print(s.query(Post))
    print(t1.posts[0].title)
    p = u.posts[0]
    u.posts.remove(p); s.commit()
    print(s.query(Post).count(), s.execute(sa.select(tags)).all())
    s.delete(u); s.commit()
    print(s.query(Post).count(), s.query(Tag).count())
    print(sa.inspect(User).columns.keys(), User.__table__.name, sa.inspect(User).relationships.keys())
    print(sa.select(Post).join(Post.tags).where(Tag.name == "x"))
    print(sa.select(User).where(~User.posts.any()))
    print(sa.select(Post).where(Post.author.has(name="x")))
