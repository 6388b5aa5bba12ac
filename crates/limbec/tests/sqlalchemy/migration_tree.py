import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, relationship, backref, selectinload, joinedload
Base = declarative_base()
class Node(Base):
    __tablename__ = "node"
    id = sa.Column(sa.Integer, primary_key=True)
    parent_id = sa.Column(sa.ForeignKey("node.id"))
    name = sa.Column(sa.String(10), nullable=False)
    path = sa.Column(sa.String(100))
    depth = sa.Column(sa.Integer, default=0, nullable=False)
    position = sa.Column(sa.Integer)
    children = relationship("Node", backref=backref("parent", remote_side=[id]), order_by="Node.name")
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    s.add(Node(name="root", children=[Node(name="b", children=[Node(name="b2"), Node(name="b1", children=[Node(name="z")])]), Node(name="a")]))
    s.add(Node(name="lone")); s.commit()
    def walk(node, prefix, depth):
        node.path = prefix + "/" + node.name; node.depth = depth
        for place, child in enumerate(node.children):
            child.position = place; walk(child, node.path, depth + 1)
    for top in s.query(Node).filter(Node.parent_id.is_(None)).order_by(Node.name): walk(top, "", 0)
    s.commit()
    for n in s.query(Node).order_by(Node.path): print(n.path, n.depth, n.position, n.parent.name if n.parent else None)
    tree = sa.select(Node.id, Node.name, sa.literal(0).label("level")).where(Node.parent_id == None).cte("tree", recursive=True)
    tree = tree.union_all(sa.select(Node.id, Node.name, tree.c.level + 1).where(Node.parent_id == tree.c.id))
    print(s.execute(sa.select(tree.c.name, tree.c.level).order_by(tree.c.level, tree.c.name)).all())
    print(s.execute(sa.update(Node).where(Node.id.in_(sa.select(tree.c.id).where(tree.c.level > 1))).values(depth=99).execution_options(synchronize_session=False)).rowcount); s.commit()
    print(s.scalars(sa.select(Node.depth).order_by(Node.path)).all())
    q = s.scalars(sa.select(Node).where(Node.parent_id.is_(None)).options(selectinload(Node.children).selectinload(Node.children)).order_by(Node.name)).all()
    print([(n.name, [(c.name, [d.name for d in c.children]) for c in n.children]) for n in q])
    q = s.scalars(sa.select(Node).options(joinedload(Node.parent)).order_by(Node.path)).all(); print([n.parent and n.parent.name for n in q])
    q = s.scalars(sa.select(Node).options(joinedload(Node.children)).order_by(Node.path)).unique().all(); print([[c.name for c in n.children] for n in q])
    s.expunge_all()
    q = s.scalars(sa.select(Node).options(joinedload(Node.children)).order_by(Node.path).limit(3)).unique().all(); print([(n.name, [c.name for c in n.children]) for n in q])
    b = s.query(Node).filter_by(name="b").one(); lone = s.query(Node).filter_by(name="lone").one()
    for c in list(b.children): c.parent = lone
    print([c.name for c in b.children], [c.name for c in lone.children]); s.delete(b); s.commit()
    print([(n.name, n.parent and n.parent.name) for n in s.query(Node).order_by(Node.name)])
    leaf = ~sa.exists().where(sa.and_(Node.__table__.alias("k").c.parent_id == Node.id))
    print(s.query(Node).filter(~Node.children.any()).order_by(Node.name).with_entities(Node.name).all())
