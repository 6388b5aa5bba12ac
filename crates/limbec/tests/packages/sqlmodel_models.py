import uuid
from datetime import datetime, date
from enum import Enum
from decimal import Decimal
from typing import List, Optional
from sqlmodel import SQLModel, Field, Relationship, Session, create_engine, select, Column, JSON, String
import sqlalchemy as sa
from sqlalchemy.schema import CreateTable
class Kind(str, Enum):
    a = "A"
    b = "B"
class Base0(SQLModel):
    created: date = Field(default_factory=date.today)
    name: str = Field(index=True, max_length=40)
class Team(Base0, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    heroes: List["Hero"] = Relationship(back_populates="team")
class Link(SQLModel, table=True):
    hero_id: int | None = Field(default=None, foreign_key="heroes.id", primary_key=True, ondelete="CASCADE")
    team_id: int | None = Field(default=None, foreign_key="team.id", primary_key=True)
class Hero(SQLModel, table=True):
    __tablename__ = "heroes"
    __table_args__ = (sa.UniqueConstraint("code", name="uq_code"),)
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    code: str = Field(unique=True)
    kind: Kind = Kind.a
    price: Decimal = Field(max_digits=10, decimal_places=2)
    extra: dict = Field(default={}, sa_column=Column(JSON))
    seen: datetime
    ok: bool = True
    rate: float | None = None
    raw: bytes | None = None
    text: str | None = Field(default=None, sa_type=String(10))
    team_id: int | None = Field(default=None, foreign_key="team.id", nullable=False)
    team: Team | None = Relationship(back_populates="heroes")
class Out(Base0):
    x: int
for t in SQLModel.metadata.sorted_tables:
    print(t.name, [(c.name, str(c.type), c.nullable, c.primary_key, [(str(f.target_fullname), f.ondelete) for f in c.foreign_keys]) for c in t.columns], sorted(str(c.name) for c in t.constraints))
    for i in sorted(t.indexes, key=lambda i: i.name): print(i.name, [c.name for c in i.columns])
print(Out(x="5", name="n", created=date(2024,1,1)))
e = create_engine("sqlite://")
SQLModel.metadata.create_all(e)
with Session(e) as s:
    s.add(Team(name="x", created=date(2020,1,1))); s.add(Team(name="y"))
    s.commit()
    print([t.name for t in s.exec(select(Team).order_by(Team.name)).all()], s.exec(select(Team.name, Team.id).where(Team.id == 1)).first())
    t = s.exec(select(Team).where(Team.name == "x")).one(); t.name = "z"; s.add(t); s.commit()
    print(t.name, s.get(Team, 1).name)
class Tag_Link(SQLModel, table=True):
    post_id: int | None = Field(default=None, foreign_key="post.id", primary_key=True)
    tag_id: int | None = Field(default=None, foreign_key="tag.id", primary_key=True)
class Tag(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    posts: list["Post"] = Relationship(back_populates="tags", link_model=Tag_Link)
class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    tags: List[Tag] = Relationship(back_populates="posts", link_model=Tag_Link)
    detail: Optional["Detail"] = Relationship(back_populates="post", cascade_delete=True)
class Detail(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    post_id: int = Field(foreign_key="post.id")
    post: "Post" = Relationship(back_populates="detail")
SQLModel.metadata.create_all(e)
with Session(e) as s:
    s.add(Post(tags=[Tag(name="a"), Tag(name="b")], detail=Detail()))
    s.commit()
    p = s.exec(select(Post)).one()
    print(sorted(t.name for t in p.tags), p.detail.post_id, p.detail.post is p, [q.id for q in p.tags[0].posts])
    s.delete(p); s.commit()
    print(s.exec(select(sa.func.count()).select_from(Detail)).one(), len(s.exec(select(Tag)).all()))
