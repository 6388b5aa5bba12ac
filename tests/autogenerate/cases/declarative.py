import sqlalchemy as sa
from typing import Optional
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def before(m):
    pass


def after(m):
    class Base(DeclarativeBase):
        metadata = m

    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(sa.String(40), index=True)
        nick: Mapped[Optional[str]]
        posts: Mapped[list["Post"]] = relationship(back_populates="author")

    class Post(Base):
        __tablename__ = "posts"
        __table_args__ = (sa.UniqueConstraint("author_id", "title", name="uq_title"), {"comment": "texts"})
        id: Mapped[int] = mapped_column(primary_key=True)
        title: Mapped[str] = mapped_column(sa.String(80))
        body: Mapped[str] = mapped_column(sa.Text)
        author_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
        author: Mapped[User] = relationship(back_populates="posts")
