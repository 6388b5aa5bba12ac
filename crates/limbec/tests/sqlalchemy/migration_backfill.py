import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, Session, relationship
Base = declarative_base()
class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    full_name = sa.Column(sa.String(80), nullable=False)
    first_name = sa.Column(sa.String(40))
    last_name = sa.Column(sa.String(40))
    slug = sa.Column(sa.String(80), unique=True)
    score = sa.Column(sa.Integer, server_default="5", nullable=False)
    active = sa.Column(sa.Boolean, server_default=sa.true(), nullable=False)
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
log = []
@sa.event.listens_for(e, "before_cursor_execute")
def seen(conn, cursor, statement, parameters, context, executemany):
    log.append(" ".join(statement.split()).split(" ")[0])
names = ["Ada Lovelace", "Alan Turing", "Grace Brewster Hopper", "Plato", "Ada Lovelace", "  Linus  Torvalds "]
with Session(e) as s:
    s.add_all([User(full_name=n) for n in names]); s.commit()
    print([(u.id, u.score, u.active) for u in s.query(User).order_by(User.id)])
with Session(e) as s, s.begin():
    taken = set()
    for user in s.query(User).order_by(User.id).yield_per(2):
        first, _, last = user.full_name.strip().partition(" ")
        user.first_name, user.last_name = first, last.strip() or None
        base = slug = "-".join(user.full_name.lower().split())
        n = 1
        while slug in taken:
            n += 1; slug = f"{base}-{n}"
        taken.add(slug); user.slug = slug
    print(len(s.dirty), s.new)
with Session(e) as s:
    for row in s.execute(sa.select(User.first_name, User.last_name, User.slug).order_by(User.id)): print(tuple(row))
    print(s.query(User).filter(User.last_name.is_(None)).update({"last_name": "?"}), s.query(User.last_name).filter_by(first_name="Plato").scalar())
    print(s.query(User).filter(User.score < 10).update({User.score: User.score * 2 + User.id}, synchronize_session=False))
    s.commit()
    print(s.scalars(sa.select(User.score).order_by(User.id)).all())
    last = 0; pages = []
    while True:
        page = s.scalars(sa.select(User).where(User.id > last).order_by(User.id).limit(4)).all()
        if not page: break
        pages.append([u.id for u in page]); last = page[-1].id
    print(pages)
    for part in s.scalars(sa.select(User).order_by(User.id)).partitions(4): print([u.slug for u in part])
    for part in s.execute(sa.select(User.id, User.score).order_by(User.id).execution_options(yield_per=3)).partitions(): print([tuple(r) for r in part])
    for part in s.execute(sa.select(User.id).order_by(User.id)).yield_per(4).scalars().partitions(): print(part)
