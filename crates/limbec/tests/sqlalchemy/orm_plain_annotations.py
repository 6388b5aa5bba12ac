import sqlalchemy as sa
from typing import ClassVar, Optional, List
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, declarative_base
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    kind: ClassVar[str] = "x"
    other: ClassVar[Optional[int]]
    id: Mapped[int] = mapped_column(primary_key=True)
    old: int = sa.Column(sa.Integer)
    bs: Mapped[List["B"]] = relationship()
    names: AssociationProxy[List[str]] = association_proxy("bs", "name")
    limit: int = 5
class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(sa.ForeignKey("a.id"))
    name: Mapped[str]
print(A.__table__.c.keys(), A.kind, A.limit)
def plain():
    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: int
def column():
    class D(Base):
        __tablename__ = "d"
        id: int = mapped_column(primary_key=True)
def related():
    class E(declarative_base()):
        __tablename__ = "e"
        id = sa.Column(sa.Integer, primary_key=True)
        a: Optional[A] = relationship(A)
def allowed():
    class F(Base):
        __tablename__ = "f"
        __allow_unmapped__ = True
        id: int = mapped_column(sa.Integer, primary_key=True)
        x: int
    print(F.__table__.c.keys())
for made in (plain, column, related, allowed):
    try: made()
    except Exception as problem: print(type(problem).__name__, type(problem).__module__, problem)
