"""Declarative classes, sessions and queries."""
import datetime, enum
from typing import Optional
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, DeclarativeBase, Mapped, mapped_column, Session, sessionmaker
Base = declarative_base()
class Stamp:
    created = sa.Column(sa.DateTime)
class User(Stamp, Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column("user_name", sa.String(20), nullable=False)
    __table_args__ = (sa.UniqueConstraint("user_name"), {"schema": None})
print(User.__table__.c.keys(), str(User.name == "x"), User.__tablename__)
print([c.name for c in User.__table__.columns])
print(sa.select(User)); print(sa.select(User.id, User.name))
class B2(DeclarativeBase): pass
class Color(enum.Enum):
    R=1
class Thing(B2):
    __tablename__="things"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    note: Mapped[Optional[str]]
    at: Mapped[datetime.datetime] = mapped_column(nullable=True)
    c: Mapped[Color]
    n: Mapped[str] = mapped_column(sa.String(5), nullable=True)
print(repr(Thing.__table__))
e = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
Base.metadata.create_all(e)
with Session(bind=e) as s:
    u = User(name="a"); s.add(u); s.add_all([User(name="b"), User(name="c")]); s.commit()
    print(u.id, u.name, u.created)
    print([x.name for x in s.query(User).order_by(User.id)], s.query(User).count())
    print(s.query(User).filter(User.name == "b").first().id, s.query(User.id, User.name).all(), s.query(User).filter_by(name="zz").one_or_none())
    x = s.get(User, 1); print(x is u); x.name="zz"; s.flush(); print(s.execute(sa.text("select user_name from users")).scalars().all())
    print(s.scalars(sa.select(User).where(User.id>1)).all()[0].name, s.execute(sa.select(User)).first()[0].name)
    s.delete(x); s.commit(); print(s.query(User).count())
    print(s.query(User).filter(User.id == 2).update({"name": "q"}), s.query(User).filter(User.id==3).delete(), s.execute(sa.select(User.id, User.name)).all())
    s.rollback(); print(s.query(sa.func.count(User.id)).scalar())
    print(s.bind is e, s.get_bind() is e)
