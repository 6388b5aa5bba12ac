# relationships and cascades, self reference, m2m changes, order of statements
import sqlalchemy as sa
from sqlalchemy.orm import *
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.ext.associationproxy import association_proxy
Base = declarative_base()
class Node(Base):
    __tablename__ = "node"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    parent_id = sa.Column(sa.ForeignKey("node.id"))
    children = relationship("Node", backref=backref("parent", remote_side=[id]), cascade="all, delete-orphan", single_parent=True, order_by="Node.id")
link = sa.Table("link", Base.metadata, sa.Column("a_id", sa.ForeignKey("a.id"), primary_key=True), sa.Column("b_id", sa.ForeignKey("b.id"), primary_key=True))
class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    data = sa.Column(MutableDict.as_mutable(sa.JSON), default=dict)
    items = sa.Column(MutableList.as_mutable(sa.JSON))
    plain = sa.Column(sa.JSON)
    bs = relationship("B", secondary=link, back_populates="aas")
    names = association_proxy("bs", "name", creator=lambda n: B(name=n))
class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    aas = relationship("A", secondary=link, back_populates="bs")
class One(Base):
    __tablename__ = "one"
    id = sa.Column(sa.Integer, primary_key=True)
    two = relationship("Two", uselist=False, back_populates="one")
class Two(Base):
    __tablename__ = "two"
    id = sa.Column(sa.Integer, primary_key=True)
    one_id = sa.Column(sa.ForeignKey("one.id"))
    one = relationship("One", back_populates="two")
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
s = Session(e)
root = Node(name="r", children=[Node(name="c1", children=[Node(name="g")]), Node(name="c2")])
s.add(root); s.commit()
print([(n.id, n.name, n.parent_id) for n in s.query(Node).order_by(Node.id)])
print(root.children[0].parent is root, root.children[0].children[0].name)
root.children.pop(0); s.commit(); print([n.name for n in s.query(Node).order_by(Node.id)])
s.delete(root); s.commit(); print(s.query(Node).count())
b1, b2 = B(name="b1"), B(name="b2")
a = A(bs=[b1, b2], items=[1]); s.add(a); s.commit()
print(s.execute(sa.select(link)).all(), a.data, list(a.names))
a.data["k"] = 1; a.items.append(2); s.commit(); print(a.data, a.items, s.execute(sa.text("select data, items from a")).all())
a.plain = {"z": 1}; s.commit(); a.plain["z"] = 2; s.commit(); print(a.plain); a.plain["z"] = 3; attributes.flag_modified(a, "plain") if False else None
from sqlalchemy.orm.attributes import flag_modified
a.plain["z"] = 4; flag_modified(a, "plain"); s.commit(); print(a.plain)
a.bs.remove(b1); s.commit(); print(s.execute(sa.select(link)).all(), b1.aas, b2.aas == [a])
a.names.append("b3"); s.commit(); print(list(a.names), s.query(B).filter(B.aas.contains(a)).count())
print(s.query(A).filter(A.names.contains("b3")).count() if False else s.query(A).filter(A.bs.any(name="b3")).count())
a.bs = [b1]; s.commit(); print([b.name for b in a.bs], s.execute(sa.select(link)).all())
s.delete(a); s.commit(); print(s.execute(sa.select(link)).all(), s.query(B).count())
o = One(two=Two()); s.add(o); s.commit(); t = o.two; print(t.one is o, t.one_id); o.two = Two(); s.commit(); print(t.one_id, s.query(Two).count(), o.two.id)
t.one = o; s.commit(); print(o.two is t)
