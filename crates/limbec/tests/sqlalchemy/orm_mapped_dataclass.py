import sqlalchemy as sa
from typing import List, Optional
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass, Mapped, mapped_column, relationship, Session
class Base(MappedAsDataclass, DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str]
    n: Mapped[int] = mapped_column(default=3)
    bs: Mapped[List["B"]] = relationship(default_factory=list, back_populates="a", repr=False)
class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    a_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("a.id"), init=False)
    a: Mapped[Optional[A]] = relationship(default=None, back_populates="bs", repr=False)
a = A("x"); print(a, a.n, a.bs); b = B(a=a); print(a.bs == [b])
try: A()
except TypeError as err: print(str(err).replace("A.", ""))
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    s.add(a); s.commit(); print(s.scalars(sa.select(B)).one().a.name, a)
