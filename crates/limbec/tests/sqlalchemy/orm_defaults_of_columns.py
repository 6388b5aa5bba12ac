import sqlalchemy as sa, uuid, datetime
from sqlalchemy.orm import declarative_base, Session
Base = declarative_base()
n = [0]
def nxt():
    n[0] += 1
    return "k%d" % n[0]
class T(Base):
    __tablename__ = "t"
    id = sa.Column(sa.String, primary_key=True, default=nxt)
    name = sa.Column(sa.String, default="none")
    made = sa.Column(sa.Date, default=lambda: datetime.date(2020, 1, 2))
    up = sa.Column(sa.Integer, default=0, onupdate=lambda ctx: ctx.get_current_parameters().get("name", "").__len__())
    srv = sa.Column(sa.String, server_default="s")
    low = sa.Column(sa.String, default=sa.func.lower("ABC"))
e = sa.create_engine("sqlite://"); Base.metadata.create_all(e)
with Session(e) as s:
    a = T(); b = T(name="bb"); s.add_all([a, b]); s.flush()
    print(a.id, a.name, a.made, a.up, a.srv, a.low, b.id, b.name)
    a.name = "four"; s.flush(); print(a.up)
    s.bulk_insert_mappings(T, [{"name": "m"}, {"name": "n"}]); s.bulk_save_objects([T(name="o")])
    print(s.query(T.id, T.name, T.made, T.srv, T.low).order_by(T.id).all())
    s.execute(sa.insert(T), [{"name": "p"}, {"name": "q"}]); print(s.scalars(sa.select(T.id).order_by(T.id)).all())
    print(s.execute(sa.insert(T).values(name="r").returning(T.id)).scalar())
