import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, as_declarative, declared_attr, Session, relationship
@as_declarative()
class Base:
    id = sa.Column(sa.Integer, primary_key=True)
    @declared_attr
    def __tablename__(cls): return cls.__name__.lower() + "s"
    def shout(self): return self.name.upper()
class Stamped:
    created = sa.Column(sa.Integer, default=1)
    @declared_attr
    def __table_args__(cls): return (sa.Index("ix_%s_created" % cls.__tablename__, "created"), {"comment": "c"})
class Owned:
    @declared_attr
    def owner_id(cls): return sa.Column(sa.ForeignKey("users.id"))
    @declared_attr
    def owner(cls): return relationship("User", lazy="joined")
class User(Stamped, Base):
    name = sa.Column(sa.String)
class Doc(Owned, Stamped, Base):
    name = sa.Column(sa.String, index=True)
class Abstract(Base):
    __abstract__ = True
    extra = sa.Column(sa.String)
class Thing(Abstract): pass
for t in Base.metadata.sorted_tables: print(t.name, [c.name for c in t.c], sorted(i.name for i in t.indexes), t.comment)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    d = Doc(name="d", owner=User(name="u")); s.add(d); s.commit(); print(d.owner.shout(), d.created, s.query(Doc))
    print(s.query(Doc).one().owner.name)
