"""The classes that several programs beside it work with."""

import datetime
from typing import List, Optional

import sqlalchemy as sa
from sqlalchemy import func, select
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.orm import (
    DeclarativeBase, Mapped, Session, column_property, mapped_column, relationship, validates,
)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(50))
    nick: Mapped[Optional[str]]
    created: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
    score: Mapped[int] = mapped_column(default=0)
    posts: Mapped[List["Post"]] = relationship(
        back_populates="user", cascade="all, delete-orphan", order_by="Post.id"
    )

    @hybrid_property
    def label(self):
        return self.name + "!"

    @hybrid_method
    def above(self, number):
        return self.score > number

    @validates("nick")
    def lower(self, key, value):
        return value.lower() if value else value

    def __repr__(self):
        return "U(%s,%s,%s,%s)" % (self.id, self.name, self.nick, self.score)


class Post(Base):
    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id"))
    title: Mapped[str]
    version: Mapped[int] = mapped_column()
    user: Mapped["User"] = relationship(back_populates="posts")
    __mapper_args__ = {"version_id_col": version}

    def __repr__(self):
        return "P(%s,%s)" % (self.id, self.title)


User.post_count = column_property(
    select(func.count(Post.id)).where(Post.user_id == User.id).correlate_except(Post)
    .scalar_subquery()
)


def session(url):
    """A session on a database with three users, two of whom have written something."""
    found = Session(sa.create_engine(url))
    Base.metadata.create_all(found.connection())
    found.add_all([
        User(name="a", nick="AA", score=1, posts=[Post(title="x"), Post(title="y")]),
        User(name="b", score=5, posts=[Post(title="z")]),
        User(name="c"),
    ])
    found.commit()
    return found
