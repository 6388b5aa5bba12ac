import sqlalchemy as sa
import sqlalchemy.orm
from sqlalchemy import and_, or_, not_, func, case, cast, literal, select, insert, update, delete, exists
from sqlalchemy.dialects import postgresql, sqlite, mysql
from sqlalchemy.orm import declarative_base, relationship, aliased, Session, joinedload, Bundle, column_property
from sqlalchemy.ext.hybrid import hybrid_property
Base = declarative_base()
link = sa.Table("user_role", Base.metadata, sa.Column("user_id", sa.ForeignKey("users.id"), primary_key=True), sa.Column("role_id", sa.ForeignKey("roles.id"), primary_key=True))
class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column("user_name", sa.String(50))
    age = sa.Column(sa.Integer)
    flag = sa.Column(sa.Boolean, default=False)
    data = sa.Column(sa.JSON)
    posts = relationship("Post", back_populates="author")
    roles = relationship("Role", secondary=link, back_populates="users")
    @hybrid_property
    def adult(self): return self.age >= 18
class Post(Base):
    __tablename__ = "posts"
    id = sa.Column(sa.Integer, primary_key=True)
    title = sa.Column(sa.String(100))
    score = sa.Column(sa.Numeric(10, 2))
    created = sa.Column(sa.DateTime, server_default=sa.func.now())
    author_id = sa.Column(sa.ForeignKey("users.id"))
    author = relationship("User", back_populates="posts")
class Role(Base):
    __tablename__ = "roles"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    users = relationship("User", secondary=link, back_populates="roles")
class Tree(Base):
    __tablename__ = "tree"
    id = sa.Column(sa.Integer, primary_key=True)
    parent_id = sa.Column(sa.ForeignKey("tree.id"))
    kind = sa.Column(sa.String)
    kids = relationship("Tree", backref=sa.orm.backref("parent", remote_side=[id]))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "t"}
class Leaf(Tree):
    color = sa.Column(sa.String)
    __mapper_args__ = {"polymorphic_identity": "leaf"}
U2 = aliased(User); P2 = aliased(Post, name="pp"); T2 = aliased(Tree)
s = Session()
sub = select(Post.author_id, func.count(Post.id).label("n")).group_by(Post.author_id).subquery()
cte = select(User.id, User.name).where(User.adult).cte("adults")
EXPRESSIONS = [
    lambda: select(User),
    lambda: select(User.id, User.name),
    lambda: select(User.name.label("n"), User.age + 1),
    lambda: select(User).where(User.name == "x", User.age > 3),
    lambda: select(User).filter_by(name="x", age=None),
    lambda: select(User).where(User.adult),
    lambda: select(User).where(~User.adult),
    lambda: select(User).where(User.flag),
    lambda: select(User).where(User.name.in_(["a", "b"])).order_by(User.id.desc()).limit(3).offset(1),
    lambda: select(User).where(User.posts.any()),
    lambda: select(User).where(User.posts.any(Post.title == "x")),
    lambda: select(User).where(User.posts.any(title="x")),
    lambda: select(User).where(User.roles.any(Role.name == "admin")),
    lambda: select(Post).where(Post.author.has(User.name == "x")),
    lambda: select(Post).where(Post.author == None),
    lambda: select(Post).where(Post.author != None),
    lambda: select(Post).where(Post.author.has()),
    lambda: select(User).join(Post),
    lambda: select(User).join(User.posts),
    lambda: select(User).outerjoin(User.posts).where(Post.id == None),
    lambda: select(User).join(User.roles),
    lambda: select(User, Post).join(Post, User.id == Post.author_id),
    lambda: select(Post.title, User.name).join(Post.author),
    lambda: select(Post.title, User.name).join_from(Post, User),
    lambda: select(User).join(P2, User.posts),
    lambda: select(User).join(User.posts.of_type(P2)).where(P2.title == "z"),
    lambda: select(User).join(User.posts.and_(Post.title == "q")),
    lambda: select(U2),
    lambda: select(U2.name).where(U2.age.between(1, 2)),
    lambda: select(User.name, U2.name).where(User.id < U2.id),
    lambda: select(P2).join(P2.author),
    lambda: select(User).join(sub, sub.c.author_id == User.id).where(sub.c.n > 1),
    lambda: select(User.name, sub.c.n).outerjoin(sub, User.id == sub.c.author_id),
    lambda: select(cte.c.name),
    lambda: select(User).where(User.id.in_(select(Post.author_id))),
    lambda: select(User).where(exists().where(Post.author_id == User.id)),
    lambda: select(User).where(select(Post.id).where(Post.author_id == User.id).exists()),
    lambda: select(func.count(User.id)),
    lambda: select(func.count()).select_from(User),
    lambda: select(User.age, func.max(Post.score)).join(User.posts).group_by(User.age).having(func.max(Post.score) > 2),
    lambda: select(case((User.age > 18, "a"), else_="b").label("k")),
    lambda: select(cast(User.age, sa.String), func.coalesce(User.name, "none")),
    lambda: select(User.data["k"].as_string()),
    lambda: select(User).distinct(),
    lambda: select(User).with_for_update(),
    lambda: select(User.id).union(select(Post.id)),
    lambda: select(Tree),
    lambda: select(Leaf),
    lambda: select(Leaf.color),
    lambda: select(Tree).join(Tree.kids.of_type(T2)),
    lambda: select(Tree).where(Tree.kids.any()),
    lambda: select(Tree).join(T2, Tree.parent_id == T2.id).where(T2.kind == "x"),
    lambda: select(Bundle("b", User.id, User.name)),
    lambda: insert(User).values(name="x", age=1),
    lambda: insert(User).values([{"name": "x"}, {"name": "y"}]),
    lambda: insert(Post).from_select(["title", "author_id"], select(User.name, User.id)),
    lambda: update(User).where(User.name == "x").values(name="y"),
    lambda: update(User).values({User.name: "y", User.age: User.age + 1}),
    lambda: update(User).where(User.id.in_(select(Post.author_id))).values(flag=True),
    lambda: update(Post).values(title=select(User.name).where(User.id == Post.author_id).scalar_subquery()),
    lambda: delete(User).where(User.name == "x"),
    lambda: delete(Post).where(Post.author_id.not_in([1, 2])),
    lambda: s.query(User).filter(User.name == "x").statement,
    lambda: s.query(User.id).filter(User.age.is_(None)).subquery().select(),
    lambda: s.query(User),
    lambda: s.query(User.name, Post.title).join(Post.author),
    lambda: s.query(User).join(User.posts).filter(Post.title.like("%x%")).order_by(User.name),
    lambda: s.query(User).options(joinedload(User.posts)),
    lambda: s.query(Post).options(joinedload(Post.author)).filter(Post.id == 3),
    lambda: s.query(User).filter(User.posts.any()).exists(),
    lambda: s.query(func.count(User.id), func.sum(User.age).label("total")),
    lambda: s.query(User).filter(or_(User.name == "a", and_(User.age == 1, not_(User.flag)))),
    lambda: s.query(Leaf).filter(Leaf.color == "red"),
    lambda: s.query(U2).join(U2.posts),
    lambda: s.query(User).outerjoin(Post, Post.author_id == User.id).group_by(User.id),
    lambda: s.query(User).filter(User.id == Post.author_id).filter(Post.title.isnot(None)),
    lambda: s.query(User).filter(User.name.startswith("a"), User.name.contains("b"), User.name.ilike("C%")),
    lambda: s.query(User).limit(2).offset(3),
]
for place, expression in enumerate(EXPRESSIONS):
    for d in (postgresql, sqlite, mysql):
        made = expression()
        name = d.__name__.split(".")[-1]
        if isinstance(made, sa.orm.Query):
            if d is sqlite:
                print(place, name, made)
        else:
            print(place, name, made.compile(dialect=d.dialect()))
